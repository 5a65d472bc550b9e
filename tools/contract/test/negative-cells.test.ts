import type { Json } from "@keysmith/generator";
import { expect, test } from "vitest";
import { contractOf } from "./check-document.ts";
import { changed, keysDocument } from "./keys-document.ts";

/** Cells of refusals, by title: what is sent in place of the argument, or why there is nothing to send. */
async function refusals(document: object, operation: string): Promise<Record<string, unknown>> {
  const { cells } = await contractOf(document);
  return Object.fromEntries(
    cells.flatMap((cell): [string, unknown][] => {
      if (cell.operation.id !== operation || !cell.title.startsWith("refuses ")) return [];
      const title = cell.title.slice("refuses ".length);
      if (cell.kind === "uncheckable") return [[title, new Error(cell.reason)]];
      return cell.kind === "refusal" ? [[title, cell.args.get(cell.breach.argument)]] : [];
    }),
  );
}

/** A document with one operation that takes this body. */
function taking(schema: Json, example: Json): object {
  return changed(({ paths }) => {
    const content = paths["/new"].post.requestBody.content["application/json"];
    Object.assign(content, { schema, examples: { one: { value: example } } });
  });
}

test("every keyword of parameters and bodies is broken once, and nothing else with it", async () => {
  const body = { name: "deploy", owner: { id: 1 } };
  const full = {
    ...body,
    kind: "key",
    expires: "2031-01-31",
    colour: "red",
    weight: 1.5,
    scopes: ["read"],
    limits: { day: 5 },
    target: "abc",
  };
  expect(await refusals(keysDocument, "createKey")).toEqual({
    "a call without header X-Trace": undefined,
    "header X-Trace that is no string": { a: 1 },
    "header X-Trace that does not match its pattern": "00ff!",
    "a call without cookie session": new Error("Prism does not look at cookie parameters"),
    "cookie session that is no string": { a: 1 },
    "cookie session shorter than 2": new Error("Prism does not look at cookie parameters"),
    'query role that is none of "admin", "user"': "not-user",
    "query count that is no integer": "text",
    "query count below 1": 0,
    "query count above 5": 6,
    "a call without body": undefined,
    "body that is no object": "text",
    "body without name": { owner: { id: 1 } },
    "body without owner": { name: "deploy" },
    "body with an unknown property": { ...body, unknownProperty: "x" },
    "body with expires but without kind": expect.not.objectContaining({ kind: "key" }),
    "body.name that is no string": { ...body, name: 1.5 },
    "body.name shorter than 2": { ...body, name: "d" },
    "body.name longer than 8": { ...body, name: "deployyyy" },
    'body.kind other than "key"': { ...full, kind: "not-key" },
    "body.expires that is no string": { ...full, expires: 1.5 },
    "body.expires that is no date": { ...full, expires: "2024-02-30" },
    "body.colour that is no string": { ...full, colour: 1.5 },
    "body.colour that is no colour": new Error("no validator knows the format `colour`"),
    "body.weight that is no number": { ...full, weight: "text" },
    "body.weight not above 0": { ...full, weight: 0 },
    "body.weight that is no multiple of 0.5": { ...full, weight: 1.75 },
    "body.scopes that is no array": { ...full, scopes: "text" },
    "body.scopes with fewer than 1 items": { ...full, scopes: [] },
    "body.scopes with more than 2 items": { ...full, scopes: expect.any(Array) },
    "body.scopes with an item twice": { ...full, scopes: ["read", "read"] },
    'body.scopes[] that is none of "read", "write"': { ...full, scopes: ["not-read"] },
    "body.owner that is no object": { ...body, owner: "text" },
    "body.owner without id": { ...body, owner: {} },
    "body.owner.id that is no integer": { ...body, owner: { id: "text" } },
    "body.owner.id below 1": { ...body, owner: { id: 0 } },
    "body.limits that is no object": { ...full, limits: "text" },
    "body.limits with fewer than 1 properties": { ...full, limits: {} },
    "body.limits.* that is no integer": { ...full, limits: { day: "text" } },
    "body.target that breaks its oneOf": expect.anything(),
    "body.target that is no string": expect.anything(),
    "body.target longer than 3": { ...full, target: "abcc" },
    "body.target that is no integer": expect.anything(),
    "multipart/form-data body that is no object": "text",
    "multipart/form-data body without label": expect.not.objectContaining({ label: expect.anything() }),
    "multipart/form-data body.label that is no string": new Error("every field of a form is text"),
    "multipart/form-data body.label longer than 4": { label: "a bbb" },
    "multipart/form-data body.notes that is no array": new Error("what is sent once is a list of one"),
    "multipart/form-data body.notes[] that is no string": expect.any(Error),
    "multipart/form-data body.notes[] longer than 9": expect.any(Error),
  });
});

test.each<[string, Json, Json, string, Json]>([
  ["through allOf", { allOf: [{ required: ["a"] }, { maxProperties: 2 }] }, { a: 1 }, "body without a", {}],
  ["of a tuple", { prefixItems: [{ type: "integer" }] }, [1], "body[0] that is no integer", ["text"]],
  [
    "of what further properties are",
    { patternProperties: { "^x": { minimum: 3 } } },
    { xa: 3 },
    "body.* below 3",
    { xa: 2 },
  ],
  [
    "that closes an object",
    { allOf: [{ properties: { a: {} } }], unevaluatedProperties: false },
    { a: 1 },
    "body with an unknown property",
    { a: 1, unknownProperty: "x" },
  ],
  [
    "of a choice by another member",
    { if: { properties: { a: false } }, else: { required: ["b"] } },
    { a: 1, b: 2 },
    "body without b",
    { a: 1 },
  ],
])("finds a keyword %s", async (_, schema, example, title, value) => {
  expect(await refusals(taking(schema, example), "createKey")).toMatchObject({ [title]: value });
});

test("a schema within itself is walked once", async () => {
  const document = changed((copy) => {
    const { NewKey } = copy.components.schemas;
    Object.assign(NewKey.properties.owner.properties, { key: { $ref: "#/components/schemas/NewKey" } });
  });
  const titles = Object.keys(await refusals(document, "createKey"));
  expect(titles).toContain("body.owner.id below 1");
  expect(titles.filter((title) => title.startsWith("body.owner.key."))).toEqual([]);
});

test("what only answers hold is not asked of a request", async () => {
  const titles = Object.keys(await refusals(keysDocument, "createKey"));
  expect(titles.filter((title) => title.includes("body.id"))).toEqual([]);
});

test("a bound that nothing can be below is no promise", async () => {
  const titles = Object.keys(
    await refusals(taking({ type: "string", minLength: 0, maxLength: 2 }, "a"), "createKey"),
  );
  expect(titles.filter((title) => title.startsWith("body "))).toEqual([
    "body that is no string",
    "body longer than 2",
  ]);
});

test("`nullable` means nothing in 3.1", async () => {
  const schema = {
    properties: { a: { nullable: true, maxLength: 1 }, b: { type: "string", nullable: true } },
  };
  expect(await refusals(taking(schema, { a: "x", b: "y" }), "createKey")).toMatchObject({
    "body.a longer than 1": { a: "xx", b: "y" },
    "body.b that is no string": { a: "x", b: 1.5 },
  });
});

test("a keyword that nothing reaches or breaks is a cell that cannot be checked, with the reason", async () => {
  const schema = { type: "object", properties: { a: { not: {} }, b: { const: 1, enum: [1, 2] } } };
  expect(await refusals(taking(schema, {}), "createKey")).toMatchObject({
    "body.a that breaks `not`": new Error("no example holds the part of the value that it is about"),
  });
});
