import { apiKey, basic, bearer } from "@keysmith/runtime";
import { afterEach, expect, test, vi } from "vitest";
import { isGreen } from "../src/finding.ts";
import { textOf, verdictsOf } from "./check-document.ts";
import { changed } from "./keys-document.ts";
import { definitions } from "./keys-package.ts";

afterEach(() => void vi.unstubAllEnvs());

test("a healthy package is green in every cell", async () => {
  const verdicts = await verdictsOf();
  expect(verdicts.filter((verdict) => !isGreen(verdict)).map(textOf)).toEqual([]);
  expect(verdicts.length).toBeGreaterThan(30);
});

test("a credential in the environment does not hide that one is missing", async () => {
  vi.stubEnv("KEYS_ID", "from-the-environment");
  expect((await verdictsOf()).every(isGreen)).toBe(true);
  expect(process.env["KEYS_ID"]).toBe("from-the-environment");
});

test.each([
  ["a cookie", { type: "apiKey", in: "cookie", name: "secret" }, apiKey({ in: "cookie", name: "secret" })],
  ["a bearer token", { type: "http", scheme: "bearer" }, bearer()],
  ["a password", { type: "http", scheme: "basic" }, basic()],
])(
  "credentials in the form of %s are missed, and refused when they are malformed",
  async (_, scheme, defined) => {
    const document = changed(({ components }) =>
      Object.assign(components.securitySchemes, { secret: scheme }),
    );
    const { api } = definitions;
    const schemes = { ...api.schemes, secret: defined };
    const verdicts = await verdictsOf(
      { definitions: { api: { ...api, schemes } } },
      { document, only: "getKey" },
    );
    expect(verdicts.filter((verdict) => !isGreen(verdict)).map(textOf)).toEqual([]);
    const titles = verdicts.map(({ cell }) => cell.title);
    expect(titles).toContain("refuses credential secret: empty, with id");
  },
);

test("3.0 documents are judged in their own words", async () => {
  const document = changed((copy) => {
    Object.assign(copy, { openapi: "3.0.3" });
    Reflect.deleteProperty(copy, "jsonSchemaDialect");
    const page = copy.paths["/keys"].get.responses["200"].content["application/json"].schema.properties;
    Object.assign(page, { next: { type: "string", nullable: true } });
    Object.assign(copy.components.schemas.Key.properties.id, { minimum: 0, exclusiveMinimum: true });
    const { NewKey } = copy.components.schemas;
    Object.assign(NewKey.properties, { kind: { type: "string", enum: ["key"] }, weight: { type: "number" } });
    Reflect.deleteProperty(NewKey, "dependentRequired");
  });
  expect((await verdictsOf({}, { document })).filter((verdict) => !isGreen(verdict)).map(textOf)).toEqual([]);
});
