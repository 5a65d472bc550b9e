import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Arrival, bundle, type Loopback, type Program, startLoopback } from "./loopback.ts";
import { Workshop } from "./made.ts";
import { readBack } from "./read-back.ts";
import type { Fragment, Supported } from "./row.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/*
 * Bodies that a generated client sends, read again by what reads them elsewhere: the platform's readers of forms, and
 * for fields with a style the reader of parameters.
 */

const form = "application/x-www-form-urlencoded";
const style = { style: "deepObject", explode: true };
const fields: Fragment = { schema: { type: "object", additionalProperties: {} } };
const bodies: readonly (readonly [mediaType: string, media: Fragment])[] = [
  ["application/json", {}],
  [form, fields],
  [form, { schema: { type: "object", properties: { q: {} } }, encoding: { q: style } }],
  ["multipart/form-data", fields],
  ["text/plain", { schema: { type: "string" } }],
  ["application/octet-stream", {}],
];

const workshop = new Workshop();
let server: Loopback;
let program: Program;
beforeAll(async () => {
  server = await startLoopback();
  const paths = bodies.map(([mediaType, media], index): [string, Fragment] => {
    const requestBody = { required: true, content: { [mediaType]: media } };
    const responses = { 204: { description: "Done." } };
    return [`/b${index}`, { post: { operationId: `b${index}`, requestBody, responses } }];
  });
  const calls = bodies.map((_, index): [string, string] => [`(args: never) => client.b${index}(args)`, ""]);
  const row: Supported = {
    feature: "every body",
    status: "supported",
    document: { paths: Object.fromEntries(paths) },
    calls: Object.fromEntries(calls),
  };
  await workshop.make("bodies", row, "3.1");
  program = await (await bundle(workshop.folder, ["bodies"]))("bodies");
});
afterAll(() => server.close());
afterAll(() => workshop.close());

async function send(index: number, body: unknown): Promise<Arrival> {
  const call = (await program.calls[index]?.(program.create(server.url))) as (
    args: object,
  ) => Promise<unknown>;
  server.take();
  await call({ body });
  const [arrival] = server.take();
  if (arrival === undefined) throw new Error("nothing arrived");
  return arrival;
}

const text = fc.string({ unit: "grapheme" });
const name = text.filter((one) => one !== "");
const single = fc.oneof(text, fc.integer(), fc.boolean(), fc.bigInt());
const bytes = fc.uint8Array({ maxLength: 100 });
/** A form without a field is no form: nothing says that it was sent. */
const record = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.dictionary(name, value, { minKeys: 1, maxKeys: 4, noNullPrototype: true });

test("JSON", async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue({ stringUnit: "grapheme" }), async (value) => {
      const { body, headers } = await send(0, value);
      expect(headers["content-type"]).toBe("application/json");
      expect(JSON.parse(body.toString())).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { numRuns: 40 },
  );
});

test("a form, by the platform's reader of forms", async () => {
  const value = record(fc.oneof(single, fc.array(single, { minLength: 1, maxLength: 3 }), record(text)));
  await fc.assert(
    fc.asyncProperty(value, async (given) => {
      const { body } = await send(1, given);
      const read = new URLSearchParams(body.toString());
      const inTexts = Object.entries(given).flatMap(([key, one]) => texts(one).map((each) => [key, each]));
      expect([...read]).toEqual(inTexts);
    }),
    { numRuns: 40 },
  );
});

test("a field of a form in a style, as a parameter of a query", async () => {
  await fc.assert(
    fc.asyncProperty(record(text), async (q) => {
      const { body } = await send(2, { q });
      const declared = { name: "q", in: "query", kind: "object", ...style } as const;
      const read = readBack(declared, { method: "", target: `/?${body.toString()}`, headers: {}, body });
      expect(read).toEqual(
        Object.fromEntries(Object.entries(q).map(([key, one]) => [JSON.stringify([key]), one])),
      );
    }),
    { numRuns: 40 },
  );
});

test("multipart, by the platform's reader of forms", async () => {
  // A line that ends in one character arrives as one that ends in two, as in every browser.
  const line = single.filter((one) => !/[\r\n]/.test(String(one)));
  const plain = fc.string({ unit: "grapheme-ascii" }).filter((one) => one !== "" && !/["\r\n]/.test(one));
  const value = fc.dictionary(plain, fc.oneof(line, bytes, fc.array(bytes, { minLength: 1, maxLength: 2 })), {
    minKeys: 1,
    maxKeys: 4,
    noNullPrototype: true,
  });
  await fc.assert(
    fc.asyncProperty(value, async (given) => {
      const { body, headers } = await send(3, given);
      const type = String(headers["content-type"]);
      const read = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
      for (const [key, one] of Object.entries(given)) {
        const parts = await Promise.all(read.getAll(key).map(contentOf));
        expect(parts).toEqual(Array.isArray(one) ? one : [one instanceof Uint8Array ? one : String(one)]);
      }
    }),
    { numRuns: 40 },
  );
});

test("text and bytes, as they are", async () => {
  await fc.assert(
    fc.asyncProperty(text, bytes, async (words, data) => {
      expect((await send(4, words)).body.toString()).toBe(words);
      expect([...(await send(5, data)).body]).toEqual([...data]);
    }),
    { numRuns: 20 },
  );
});

/** A field's values as a form holds them: each of a list, and objects as JSON. */
function texts(value: unknown): readonly string[] {
  return [value].flat().map((one) => (typeof one === "object" ? JSON.stringify(one) : String(one)));
}

async function contentOf(part: string | File): Promise<unknown> {
  return typeof part === "string" ? part : new Uint8Array(await part.arrayBuffer());
}
