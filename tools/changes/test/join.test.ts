import { expect, test } from "vitest";
import { judge } from "../src/judge.ts";
import type { Finding } from "../src/verdict/finding.ts";
import { edited } from "./edits/documents.ts";
import { all, append, drop, type Edit, everywhere, put } from "./edits/edit.ts";

/** What a reader of the table sees of an edit. */
async function rows(...edits: readonly Edit[]): Promise<readonly Finding[]> {
  return judge(await edited(), await edited(...edits));
}

/** `section: what (operations)`, and the rules of both axes. */
function told({ section, what, operations, wire, type }: Finding): string {
  const rules = [wire?.rule, type?.rule].map((rule) => rule ?? "-").join(" ");
  return `${section}: ${what} [${operations.join(", ")}] ${rules}`;
}

const key = "#/components/schemas/Key";

test("a change of a shared schema is one row, with every operation that it reaches", async () => {
  const found = await rows(put(`${key}/properties/fingerprint/type`, ["string", "null"]));
  expect(found.map(told)).toEqual([
    "breaking: Key.fingerprint: type string → string | null [GET /keys, POST /keys, GET /keys/{keyId}, PATCH /keys/{keyId}] redocly/schema-type-changed type/result-nullable",
  ]);
  expect(found[0]).toMatchObject({
    level: "major",
    place: { side: "after", pointer: `${key}/properties/fingerprint/type` },
    type: { level: "major" },
  });
});

test("all that happened to one part is one row", async () => {
  const found = await rows(
    all(
      put("#/components/schemas/CreateKey/properties/colour", { description: "Colour.", type: "string" }),
      append("#/components/schemas/CreateKey/required", "colour"),
      put("#/paths/~1keys/get/parameters/1/schema", { type: "string" }),
    ),
  );
  expect(found.map(told)).toEqual([
    'breaking: query parameter "limit": type integer → string, default 20 dropped, maximum 100 dropped, minimum 1 dropped [GET /keys] redocly/schema-type-changed type/argument-changed',
    "breaking: CreateKey.colour: required, added [POST /keys] redocly/required-properties-added type/argument-required",
  ]);
});

test("what a type changed by explains it wherever the type stands", async () => {
  expect((await rows(drop("#/paths/~1keys~1{keyId}/patch/requestBody"))).map(told)).toEqual([
    "breaking: request body removed [PATCH /keys/{keyId}] redocly/request-body-removed type/argument-removed",
  ]);
  expect((await rows(everywhere("NewOwner", "Owner"))).map(told)).toEqual([
    'breaking: Owner: renamed from "NewOwner" [POST /keys] wire/name type/export-removed',
  ]);
});

test("that a property is there is said of the property, whatever it refers to", async () => {
  const required = ["id", "name", "state", "kind", "createdAt"];
  const [optional, ...others] = await rows(put(`${key}/required`, required));
  expect(optional).toMatchObject({
    what: "Key.owner: no longer required",
    place: { side: "after", pointer: `${key}/properties/owner` },
    type: { rule: "type/result-optional", before: "KeyOwner", after: "KeyOwner | undefined" },
  });
  expect(others).toEqual([]);
  const maker = put(`${key}/properties/maker`, { $ref: "#/components/schemas/KeyOwner" });
  expect((await rows(maker)).map(({ what, type }) => [what, type?.rule])).toEqual([
    ["Key.maker added", "type/result-added"],
  ]);
});

test("a constant that becomes one of several values is told as values, where they are now", async () => {
  const kind = `${key}/properties/kind`;
  const [found] = await rows(drop(`${kind}/const`), put(`${kind}/enum`, ["key", "token"]));
  expect(found).toMatchObject({
    what: 'Key.kind: value "token" added',
    place: { side: "after", pointer: kind },
    type: { before: '"key"', after: '"key" | "token"' },
  });
  const [dropped] = await rows(drop(`${kind}/const`));
  expect(dropped).toMatchObject({
    what: 'Key.kind: no longer only "key"',
    place: { side: "after", pointer: kind },
  });
});

test("what may be null now is told with both types", async () => {
  const [found] = await rows(put(`${key}/properties/name/type`, ["string", "null"]));
  expect(found).toMatchObject({ type: { before: "string", after: "string | null" } });
});

test("a reference that leads elsewhere is a change of what refers, and of nothing else", async () => {
  const found = await rows(
    put(
      "#/paths/~1keys/post/responses/400/content/application~1json/schema/$ref",
      "#/components/schemas/ErrorBody",
    ),
  );
  expect(found.map(({ operations }) => operations)).toEqual(found.map(() => ["POST /keys"]));
  expect(found.map(({ what }) => what)).toContain('response 400: now "ErrorBody", was "ValidationErrorBody"');
});

test("an alike change in several places is told once", async () => {
  const found = await rows(
    ...["rotate", "limits", "target"].map((part) =>
      put(`#/paths/~1keys~1{keyId}~1${part}/parameters/0/schema/maximum`, 1000),
    ),
  );
  expect(found.map(told)).toEqual([
    'breaking: path parameter "keyId": maximum 1000 added [POST /keys/{keyId}/rotate, PUT /keys/{keyId}/limits, PUT /keys/{keyId}/target] wire/request-tightened -',
  ]);
});

test("many changed texts are one row, a few are told one by one", async () => {
  const texts = ["id", "name", "state", "createdAt", "scopes"].map((name) =>
    put(`${key}/properties/${name}/description`, `Another text about ${name}.`),
  );
  const few = await rows(...texts.slice(0, 2));
  expect(few.map(({ what }) => what)).toEqual([
    'Key.id: description "Id of the key." → "Another text about id."',
    'Key.name: description "Name of the key." → "Another text about name."',
  ]);
  const many = await rows(...texts, put(`${key}/properties/note/deprecated`, true));
  expect(many.map(({ section, level, what }) => `${section} ${level}: ${what}`)).toEqual([
    "api-only patch: documentation changed in 5 places: Key.id, Key.name, Key.state, and 2 more",
    "deprecated minor: Key.note: deprecated",
  ]);
});

test("rows come in the order of the document, what is gone where it was", async () => {
  const found = await rows(
    drop("#/components/schemas/KeyOwner/properties/email"),
    put("#/components/schemas/KeyPage/properties/next", { description: "Next.", type: "string" }),
    drop("#/paths/~1keys~1{keyId}/delete"),
    append("#/paths/~1keys/get/parameters", {
      name: "o",
      in: "query",
      description: "O.",
      schema: { type: "integer" },
      example: 1,
    }),
    put("#/servers/0/url", "https://{region}.example.com/v2"),
  );
  expect(found.map(({ what }) => what)).toEqual([
    "default server: https://eu.example.com/v1 → https://eu.example.com/v2",
    'query parameter "o" added, optional',
    "deleteKey removed",
    "KeyOwner.email removed",
    "KeyPage.next added",
  ]);
});

test("equal documents have no rows, and nothing is asked", async () => {
  expect(await rows()).toEqual([]);
});
