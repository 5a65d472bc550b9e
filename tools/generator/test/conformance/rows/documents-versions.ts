import { withAnswers, withOperation } from "../fragments.ts";
import type { Row } from "../row.ts";

/* What is no document of a version we speak, and what is left out of one. */

export const documentVersions: readonly Row[] = [
  {
    feature: "OpenAPI 3.2",
    status: "refused",
    document: { ...withOperation({}), openapi: "3.2.0" },
    says: [["#/openapi", "OpenAPI 3.2.0 is not supported"]],
  },
  {
    feature: "Swagger 2.0",
    status: "refused",
    document: { ...withOperation({}), openapi: undefined, swagger: "2.0" },
    says: [["#/swagger", "Convert the document first"]],
  },
  {
    feature: "any patch version, such as `3.1.2`",
    status: "supported",
    versions: ["3.1"],
    document: { ...withOperation({}), openapi: "3.1.2" },
    calls: { "client.send()": "GET /things" },
  },
  {
    feature: "a status that is none",
    status: "refused",
    document: withAnswers({ 204: { description: "Done." }, "20X": { description: "Done." } }),
    says: [["#/paths/~1things/get/responses/20X", "`20X` is no status"]],
  },
  {
    feature: "callbacks by `$ref`",
    status: "supported",
    document: withOperation({ callbacks: { changed: { $ref: "#/components/callbacks/Changed" } } }, "get", {
      components: {
        callbacks: {
          Changed: { "{$request.query.url}": { post: { responses: { 204: { description: "Done." } } } } },
        },
      },
    }),
    types: { "sdk.SendChangedCallback": '{ method: "POST"; answers: { 204: undefined } }' },
    calls: { "client.send()": "GET /things" },
  },
];
