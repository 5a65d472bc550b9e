import { withAnswers, withBody, withOperation, withSchema } from "../fragments.ts";
import type { Row } from "../row.ts";

const done = { 204: { description: "Done." } };
const key = { type: "object", required: ["a"], properties: { a: { type: "integer" } } };
const ref = (pointer: string): object => ({ $ref: pointer });

export const references: readonly Row[] = [
  {
    feature: "to schemas, answers, bodies, parameters and headers under `components`",
    status: "supported",
    document: withOperation(
      {
        parameters: [ref("#/components/parameters/Q")],
        requestBody: ref("#/components/requestBodies/Key"),
        responses: { 200: ref("#/components/responses/Key") },
      },
      "post",
      {
        components: {
          parameters: { Q: { name: "q", in: "query", schema: ref("#/components/schemas/Q") } },
          requestBodies: {
            Key: {
              required: true,
              content: { "application/json": { schema: ref("#/components/schemas/Key") } },
            },
          },
          responses: {
            Key: {
              description: "The key.",
              headers: { "X-Left": ref("#/components/headers/Left") },
              content: { "application/json": { schema: ref("#/components/schemas/Key") } },
            },
          },
          headers: { Left: { schema: { type: "integer" } } },
          schemas: { Key: key, Q: { type: "string" } },
        },
      },
    ),
    calls: {
      'client.send({ q: "x", body: { a: 1 } })': {
        sends: "POST /things?q=x",
        body: '{"a":1}',
        answers: { body: '{"a":2}' },
        gives: { a: 2 },
      },
    },
    types: { "sdk.SendArgs": "{ q?: sdk.Q; body: sdk.Key }", "sdk.Key": "{ a: number }" },
    wrong: ["client.send({ body: {} })"],
  },
  {
    feature: "of references, in a row",
    status: "supported",
    note: "A name that only refers to another one is a type of its own.",
    document: {
      ...withBody({ "application/json": { schema: ref("#/components/schemas/One") } }),
      components: { schemas: { One: ref("#/components/schemas/Two"), Two: key } },
    },
    types: { "sdk.SendArgs": "{ body: sdk.One }", "sdk.One": "{ a: number }" },
  },
  {
    feature: "into a document, beyond `components`",
    status: "supported",
    document: {
      paths: {
        "/things": {
          get: {
            operationId: "send",
            parameters: [{ name: "q", in: "query", schema: { type: "integer" } }],
            responses: done,
          },
        },
        "/others": {
          get: {
            operationId: "sendOther",
            parameters: [ref("#/paths/~1things/get/parameters/0")],
            responses: done,
          },
        },
      },
    },
    calls: { "client.sendOther({ q: 1 })": "GET /others?q=1" },
    types: { "sdk.SendOtherArgs": "{ q?: number }" },
  },
  {
    feature: "to a path item",
    versions: ["3.1"],
    status: "supported",
    document: {
      paths: { "/things": ref("#/components/pathItems/Things") },
      components: { pathItems: { Things: { get: { operationId: "send", responses: done } } } },
    },
    calls: { "client.send()": "GET /things" },
  },
  {
    feature: "to another file",
    status: "supported",
    document: withAnswers({
      200: {
        description: "The key.",
        content: { "application/json": { schema: ref("schemas/key.json#/Key") } },
      },
    }),
    files: { "schemas/key.json": { Key: key } },
    note: "Below the document's own folder.",
    calls: { "client.send()": { sends: "GET /things", answers: { body: '{"a":2}' }, gives: { a: 2 } } },
    types: { "Awaited<ReturnType<typeof sdk.send>>['a']": "number" },
  },
  {
    feature: "to the network",
    status: "refused",
    document: withSchema(ref("https://example.com/key.json")),
    says: [["#/components/schemas/Thing/$ref", "https://example.com/key.json"]],
  },
  {
    feature: "to a file outside the document's folder",
    status: "refused",
    document: withSchema(ref("../../key.json")),
    says: [["#/components/schemas/Thing/$ref", "../../key.json"]],
  },
  {
    feature: "that leads nowhere",
    status: "refused",
    document: withSchema(ref("#/components/schemas/Thng")),
    says: [["#/components/schemas/Thing/$ref", "leads nowhere"]],
  },
  {
    feature: "that leads to itself",
    status: "refused",
    document: withSchema(ref("#/components/schemas/Thing")),
    says: [["#/components/schemas/Thing", ""]],
  },
];
