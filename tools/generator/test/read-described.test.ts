import { expect, test } from "vitest";
import { operationOf, readText } from "./fixtures/read/documents.ts";

const text = `
paths:
  /a:
    get:
      parameters: [{ $ref: "#/components/parameters/P", description: Here. }]
      responses: { "200": { $ref: "#/components/responses/R", description: Here. } }
    put:
      parameters: [{ $ref: "#/components/parameters/P" }]
      requestBody: { $ref: "#/components/requestBodies/B", description: Here. }
      responses: { "200": { $ref: "#/components/responses/R", description: "" } }
components:
  parameters: { P: { name: p, in: query, description: There. } }
  responses: { R: { description: There., headers: { X-A: { $ref: "#/components/headers/H", description: Here. } } } }
  requestBodies: { B: { description: There., content: { application/json: {} } } }
  headers: { H: { description: There. } }
  securitySchemes: { S: { $ref: "#/components/securitySchemes/T", description: Here. }, T: { type: http, scheme: basic } }
`;

test("what stands beside a reference of 3.1 takes the place of what its target says", () => {
  const [get, put] = readText(text).operations;
  expect(get?.parameters[0]).toMatchObject({ name: "p", description: "Here." });
  expect(get?.responses[0]).toMatchObject({ description: "Here.", headers: [{ description: "Here." }] });
  expect(put?.parameters[0]).toMatchObject({ description: "There." });
  expect(put?.body).toMatchObject({ description: "Here.", contents: [{ mediaType: "application/json" }] });
  expect(put?.responses[0]).toMatchObject({ description: "There." });
  expect(readText(text).schemes[0]).toMatchObject({ name: "S", kind: "basic", description: "Here." });
});

test("in 3.0 it does not count", () => {
  const operation = operationOf(`openapi: 3.0.4\n${text}`);
  expect(operation.parameters[0]).toMatchObject({ description: "There." });
  expect(operation.responses[0]).toMatchObject({ description: "There." });
});

test("a name that another server has, or that is no word, is none", () => {
  const servers = ["live", "live", "Sandbox", "test"].map(
    (name, index) => `{ url: "https://${index}.a", x-name: ${name} }`,
  );
  expect(readText(`servers: [${servers.join(", ")}]`).servers.map(({ name }) => name)).toEqual([
    "live",
    undefined,
    undefined,
    "test",
  ]);
});

test("a mark that is not `false` makes a secret; what names no variable is none", () => {
  const [operation] = readText(
    "paths: { /a: { get: { parameters: [{ name: p, in: query, x-sensitive: pii }, { name: q, in: query, x-sensitive: false }], responses: {} } } }",
  ).operations;
  expect(operation?.parameters.map(({ sensitive }) => sensitive)).toEqual([true, false]);
  const { schemes } = readText(
    "components: { securitySchemes: { S: { type: http, scheme: basic, x-env: a-b } } }",
  );
  expect(schemes[0]?.env).toBeUndefined();
});
