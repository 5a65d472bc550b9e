import { describe, expect, test, vi } from "vitest";
import type { Json } from "../../src/read/model.ts";
import { document, entries, lacks, made, many, named, type Schema } from "./child.ts";

/** Schemas that cost far more than they weigh: refused with a place, or made, within ten seconds and 1.5 GB. */

vi.setConfig({ testTimeout: 120_000, maxConcurrency: 2 });

/** `S0` leads to `S1`, and so on to the end. */
function chain(length: number, link: (next: Schema) => Json, end: Json = { type: "string" }): Schema {
  const schema = (index: number): Json => (index + 1 < length ? link(named(`S${index + 1}`)) : end);
  return Object.fromEntries(Array.from({ length }, (_, index) => [`S${index}`, schema(index)]));
}

/** Each of a pair leads to both of the next one. */
function pairs(length: number, link: (one: Schema, other: Schema) => Json): Schema {
  const both = Array.from({ length }, (_, index) => {
    const last: Json = { type: "object", properties: { [`p${index}`]: { type: "string" } } };
    const schema = index + 1 < length ? link(named(`S${index + 1}`), named(`T${index + 1}`)) : last;
    return [
      [`S${index}`, schema],
      [`T${index}`, schema],
    ] as const;
  });
  return Object.fromEntries(both.flat());
}

const tooDeep = /lead through more than 200 schemas/;
const tooWide = /consists of more than 100000 others/;
const tooLong = /more than 200 million characters, written out/;
describe.concurrent("schemas", () => {
  test.each<[string, RegExp, Schema]>([
    ["allOf of two, thirty times over", tooWide, pairs(30, (one, other) => ({ allOf: [one, other] }))],
    ["oneOf of two, thirty times over", tooWide, pairs(30, (one, other) => ({ oneOf: [one, other] }))],
    [
      "tuples of two, thirty times over",
      tooWide,
      chain(30, (next) => ({ type: "array", prefixItems: [next, next] })),
    ],
    ["20,000 references in a row", tooDeep, chain(20_000, (next) => next)],
    ["20,000 lists in one another", tooDeep, chain(20_000, (next) => ({ type: "array", items: next }))],
    ["a circle of 20,000", tooDeep, chain(20_000, (next) => ({ allOf: [next] }), { allOf: [named("S0")] })],
    [
      "a circle of three",
      /contains itself .*\(S1 → S2 → S0 → S1\)/,
      chain(3, (next) => ({ allOf: [next] }), { allOf: [named("S0")] }),
    ],
    [
      "places within a schema that refer to each other twice",
      tooLong,
      {
        S0: {
          properties: entries(40, (index) => {
            const next = { $ref: `#/components/schemas/S0/properties/p${index + 1}` };
            return [
              `p${index}`,
              index === 39 ? { type: "string" } : { type: "object", properties: { a: next, b: next } },
            ];
          }),
        },
      },
    ],
  ])("%s: refused", async (_name, place, schemas) => {
    expect(lacks(await made("api.json", JSON.stringify(document(schemas))), "api.json", place)).toEqual([]);
  });

  test.each<[string, Schema]>([
    [
      "objects that need two of the next, forty times over",
      chain(40, (next) => ({ type: "object", required: ["a", "b"], properties: { a: next, b: next } })),
    ],
    [
      "lists of a thousand lists of a thousand, and so on",
      chain(8, (next) => ({ type: "array", minItems: 1000, items: next })),
    ],
    [
      "3,000 objects that need one another",
      chain(3000, (next) => ({ type: "object", required: ["a"], properties: { a: next } })),
    ],
    [
      "a circle of 3,000 properties",
      chain(3000, (next) => ({ type: "object", properties: { a: next } }), {
        properties: { a: named("S0") },
      }),
    ],
    ["100,000 values", { S0: { type: "string", enum: many(100_000, (index) => `value ${index}`) } }],
    ["a pattern of 100,000 characters", { S0: { type: "string", pattern: "(a|b)?".repeat(16_667) } }],
    [
      "a pattern in 30,000 groups",
      { S0: { type: "string", pattern: `${"(".repeat(30_000)}${")".repeat(30_000)}` } },
    ],
    [
      "a pattern that repeats for ever",
      { S0: { type: "string", pattern: "((((a{9999}){9999}){9999}){9999})" } },
    ],
    [
      "patterns without end for a text",
      {
        S0: {
          type: "object",
          required: many(20, (index) => `p${index}`),
          properties: entries(20, (index) => [
            `p${index}`,
            { type: "string", minLength: 50, pattern: `^(([a-z]+)+.)+[A-Z]([a-z]+)+${index}$` },
          ]),
        },
      },
    ],
    [
      "texts as long as can be",
      { S0: { type: "array", minItems: 1000, items: { type: "string", minLength: 1e9 } } },
    ],
  ])("%s: made", async (_name, schemas) => {
    const outcome = await made("api.json", JSON.stringify(document(schemas)));
    expect(outcome).toMatchObject({ code: 0, written: true });
  });
});
