import { expect, test } from "vitest";
import { callText } from "../src/emit/typescript/call.ts";
import { readText } from "./fixtures/read/documents.ts";

/** The call of an operation with this body. */
function callWith(body: string, which: "required" | "all"): string {
  const api = readText(
    `paths: { /x: { post: { operationId: make, requestBody: { ${body} }, responses: {} } } }`,
  );
  const [operation] = api.operations;
  return operation === undefined ? "" : callText(api, operation, which).replace(/^.*\.make/, "make");
}

const json = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;
const both = json("{ allOf: [{ type: string }, { type: integer }] }");

test("what nothing can be is a value that fits all the same, where it has to be there", () => {
  expect(callWith(`required: true, ${both}`, "required")).toBe("make({ body: null as never })");
  expect(callWith(both, "all")).toBe("make()");
});

test("null is null where the document allows it", () => {
  expect(callWith(`required: true, ${json('{ type: "null" }')}`, "all")).toBe("make({ body: null })");
  expect(callWith(`required: true, ${json("{}")}`, "all")).toBe('make({ body: "anything" })');
});
