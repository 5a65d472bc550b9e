import { put, rename } from "../edit.ts";
import type { Row } from "../row.ts";

const get = "#/paths/~1keys~1{keyId}/get";
const remove = "#/paths/~1keys~1{keyId}/delete";
const rotate = "#/paths/~1keys~1{keyId}~1rotate/post";
const listed = "#/paths/~1keys/get/responses/200";
const conflict = (schema: { $ref: string }) => ({
  description: "It is in use.",
  content: {
    "application/json": {
      schema,
      examples: { inUse: { summary: "In use", value: { code: "inUse", message: "In use." } } },
    },
  },
});

/** Statuses, media types and headers of answers. */
export const answers: readonly Row[] = [
  {
    edit: "status 4xx with a known body added",
    change: put(`${remove}/responses/409`, conflict({ $ref: "#/components/schemas/ErrorBody" })),
    forth: "minor + minor = minor, patch",
    back: "minor + major = major, minor",
    why: "undone, nobody meets it any more, but `isApiError(error, deleteKey, 409)` no longer compiles",
  },
  {
    edit: "status 4xx with a body of another shape added",
    change: put(`${remove}/responses/409`, conflict({ $ref: "#/components/schemas/ValidationErrorBody" })),
    forth: "minor + major = major, minor",
    back: "minor + major = major, minor",
    why: "`error.message` of the raw call no longer compiles",
  },
  {
    edit: "status 4xx without a body added",
    change: put(`${remove}/responses/409`, { description: "It is in use." }),
    forth: "minor + minor = minor, patch",
    back: "minor + major = major, minor",
    why: "no call of it ever has `data`, so `if (error)` never stood for having some",
  },
  {
    edit: "status 4xx without a body added where there is data",
    change: put(`${get}/responses/409`, { description: "It is in use." }),
    forth: "minor + major = major, minor",
    back: "minor + major = major, minor",
    why: "the raw call may have neither `data` nor `error` now: `if (error) throw error; data.id` no longer compiles",
  },
  {
    edit: "status 5xx with a known body added",
    change: put(`${remove}/responses/503`, conflict({ $ref: "#/components/schemas/ErrorBody" })),
    forth: "minor + minor = minor, patch",
    back: "minor + major = major, minor",
  },
  {
    edit: "default answer with a known body added",
    change: put(`${remove}/responses/default`, conflict({ $ref: "#/components/schemas/ErrorBody" })),
    forth: "minor + minor = minor, patch",
    back: "minor + major = major, minor",
  },
  {
    edit: "status became a range",
    change: rename(`${remove}/responses/404`, "4XX"),
    forth: "minor + minor = minor, patch",
    back: "minor + major = major, minor",
    why: "a range knows the body of each of its statuses; undone, only one of them is known",
  },
  {
    edit: "second status 2xx with the same body added",
    change: put(`${get}/responses/203`, {
      description: "The key, from a copy.",
      content: {
        "application/json": {
          schema: { $ref: "#/components/schemas/KeyDetails" },
          examples: { copy: { summary: "A copy", value: { id: 3 } } },
        },
      },
    }),
    forth: "major + minor = major, minor",
    back: "major + major = major, minor",
  },
  {
    edit: "second status 2xx without a body added",
    change: put(`${get}/responses/204`, { description: "The key has nothing to show." }),
    forth: "major + major = major, minor",
    back: "major + major = major, minor",
  },
  {
    edit: "status 2xx renamed",
    change: rename("#/paths/~1keys/post/responses/201", "200"),
    forth: "major + major = major, minor",
    back: "major + major = major, minor",
  },
  {
    edit: "answer without a body got one",
    change: put(`${rotate}/responses/202/content`, {
      "application/json": {
        schema: { $ref: "#/components/schemas/KeyOwner" },
        examples: { owner: { summary: "An owner", value: { id: 1 } } },
      },
    }),
    forth: "minor + major = major, minor",
    back: "major + major = major, minor",
    why: "a function that hands on the call as a `Promise<void>` no longer compiles",
  },
  {
    edit: "error lost its body",
    change: put(`${rotate}/responses/401`, { description: "The credential is missing or wrong." }),
    forth: "major + major = major, minor",
    back: "minor + major = major, minor",
  },
  {
    edit: "body of an error changed its shape",
    change: put(
      "#/paths/~1keys/post/responses/400/content/application~1json/schema/$ref",
      "#/components/schemas/ErrorBody",
    ),
    forth: "major + major = major, minor",
    back: "major + major = major, minor",
  },
  {
    edit: "reference to the body of an error replaced by what it refers to",
    change: put("#/components/responses/NotFound/content/application~1json/schema", {
      description: "Why a call failed.",
      type: "object",
      required: ["code", "message"],
      properties: {
        code: { description: "The error as a word.", type: "string" },
        message: { description: "The error for people.", type: "string" },
      },
    }),
    forth: "none + none = none, none",
    back: "none + none = none, none",
    why: "the raw call has a union of two types now, but nobody can tell them apart",
  },
  {
    edit: "response media type renamed",
    change: rename(`${listed}/content/application~1json`, "application/vnd.acme+json"),
    forth: "major + none = major, minor",
    back: "major + none = major, minor",
    why: "the same data comes out, but the old client asks for what the server no longer has",
  },
  {
    edit: "response header added",
    change: put(`${listed}/headers/X-Total`, {
      description: "How many.",
      schema: { type: "integer" },
      example: "1",
    }),
    forth: "minor + none = minor, patch",
    back: "major + none = major, minor",
  },
  {
    edit: "link of an answer added",
    change: put("#/paths/~1keys/post/responses/201/links", {
      read: { operationId: "getKey", parameters: { keyId: "$response.body#/id" } },
    }),
    forth: "patch + none = patch, patch",
    back: "patch + none = patch, patch",
    why: "documentation of what can be done next",
  },
];
