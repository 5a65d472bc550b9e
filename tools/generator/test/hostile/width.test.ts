import { expect, test, vi } from "vitest";
import { document, entries, made, many, ok, type Schema } from "./child.ts";

/** Very many of one thing, side by side: what takes as many squared takes longer than a document may. */

vi.setConfig({ testTimeout: 120_000, maxConcurrency: 2 });

const secured = (length: number): Schema => ({
  security: many(length, (index) => ({ [`k${index}`]: [] })),
  paths: { "/a": { get: { responses: ok } } },
  components: {
    securitySchemes: entries(length, (index) => [
      `k${index}`,
      { type: "apiKey", in: "header", name: `X-${index}` },
    ]),
  },
});

const media = (length: number): Schema => {
  const content = entries(length, (index) => [`application/x-${index}`, { schema: { type: "string" } }]);
  return {
    paths: {
      "/a": { post: { requestBody: { content }, responses: { "200": { description: "ok", content } } } },
    },
  };
};

test.concurrent.each<[string, Schema]>([
  [
    "25,000 required properties",
    document({
      S0: {
        type: "object",
        required: many(25_000, (index) => `p${index}`),
        properties: entries(25_000, (index) => [`p${index}`, { type: "string" }]),
      },
    }),
  ],
  ["30,000 ways to be allowed", document({}, secured(30_000))],
  ["5,000 media types", document({}, media(5000))],
])("%s: made", async (_name, whole) => {
  expect(await made("api.json", JSON.stringify(whole))).toMatchObject({ code: 0, written: true });
});
