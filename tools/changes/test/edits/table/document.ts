import { all, append, drop, everywhere, put, rename, reverse } from "../edit.ts";
import type { Row } from "../row.ts";

const create = "#/paths/~1keys/post";
const events = "#/paths/~1keys~1{keyId}~1events/get";
const rotate = "#/paths/~1keys~1{keyId}~1rotate/post";

/** Operations, and what is said of them as a whole. */
export const operations: readonly Row[] = [
  {
    edit: "operation on a new path added",
    change: put("#/paths/~1usage", {
      get: {
        operationId: "getUsage",
        summary: "Get the usage",
        description: "Answers with the limits in use.",
        tags: ["Keys"],
        responses: {
          "200": {
            description: "The limits.",
            content: { "application/json": { schema: { $ref: "#/components/schemas/KeyLimits" } } },
          },
          "401": { $ref: "#/components/responses/Unauthorized" },
        },
      },
    }),
    forth: "minor + minor = minor, patch",
    back: "major + major = major, minor",
  },
  {
    edit: "operation on a known path added",
    change: put("#/paths/~1keys~1{keyId}~1target/delete", {
      operationId: "dropTarget",
      summary: "Send no notices",
      description: "Sends no more notices.",
      tags: ["Keys"],
      responses: {
        "204": { description: "No more." },
        "401": { $ref: "#/components/responses/Unauthorized" },
      },
    }),
    forth: "minor + minor = minor, patch",
    back: "major + major = major, minor",
  },
  {
    edit: "path renamed",
    change: rename("#/paths/~1keys", "/api-keys"),
    forth: "major + major = major, minor",
    back: "major + major = major, minor",
    why: "methods stay, but the raw call names the path",
  },
  {
    edit: "method of an operation changed",
    change: rename("#/paths/~1keys~1{keyId}/patch", "put"),
    forth: "major + major = major, minor",
    back: "major + major = major, minor",
  },
  {
    edit: "operationId renamed",
    change: put(`${create}/operationId`, "makeKey"),
    forth: "patch + major = major, minor",
    back: "patch + major = major, minor",
    why: "it does not travel, but is the name of a method",
  },
  {
    edit: "operation deprecated",
    change: put(`${create}/deprecated`, true),
    forth: "minor + none = minor, patch",
    back: "patch + none = patch, patch",
  },
  {
    edit: "pagination added",
    change: put(`${events}/x-pagination`, { style: "offset", parameter: "offset", items: "" }),
    forth: "minor + minor = minor, patch",
    back: "minor + major = major, minor",
    why: "a paged call is a call that can do more",
  },
  {
    edit: "calls may be repeated",
    change: put(`${rotate}/x-idempotent`, true),
    forth: "minor + none = minor, patch",
    back: "minor + none = minor, patch",
    why: "what the client does by itself changes, in both directions",
  },
  {
    edit: "tag renamed",
    change: all(put("#/tags/0/name", "API keys"), put(`${create}/tags/0`, "API keys")),
    forth: "patch + none = patch, patch",
    back: "patch + none = patch, patch",
  },
];

/** Where calls go, and with what. */
export const access: readonly Row[] = [
  {
    edit: "address of the default server changed",
    change: put("#/servers/0/url", "https://{region}.example.com/v2"),
    forth: "major + none = major, minor",
    back: "major + none = major, minor",
  },
  {
    edit: "server added",
    change: append("#/servers", {
      url: "https://test.example.com/v1",
      "x-name": "staging",
      description: "Staging.",
    }),
    forth: "minor + minor = minor, patch",
    back: "major + major = major, minor",
  },
  {
    edit: "server got another name",
    change: put("#/servers/1/x-name", "playground"),
    forth: "patch + major = major, minor",
    back: "patch + major = major, minor",
    why: "it does not travel, but is a value of the option `environment`",
  },
  {
    edit: "another server became the default",
    change: reverse("#/servers"),
    forth: "major + none = major, minor",
    back: "major + none = major, minor",
  },
  {
    edit: "value of a server variable added",
    change: append("#/servers/0/variables/region/enum", "ap"),
    forth: "minor + minor = minor, patch",
    back: "major + major = major, minor",
  },
  {
    edit: "default of a server variable changed",
    change: put("#/servers/0/variables/region/default", "us"),
    forth: "major + none = major, minor",
    back: "major + none = major, minor",
    why: "the default address changes with it",
  },
  {
    edit: "server variable renamed",
    change: everywhere("region", "zone"),
    forth: "patch + major = major, minor",
    back: "patch + major = major, minor",
  },
  {
    edit: "server variable added, the address as before",
    change: all(
      put("#/servers/0/url", "https://{region}.example.com/{version}"),
      put("#/servers/0/variables/version", { description: "Version.", default: "v1" }),
    ),
    forth: "minor + minor = minor, patch",
    back: "major + major = major, minor",
  },
  {
    edit: "security scheme renamed",
    change: everywhere("bearerAuth", "token"),
    forth: "patch + major = major, minor",
    back: "patch + major = major, minor",
    why: "it does not travel, but is the name of an option",
  },
  {
    edit: "security scheme swapped for another one",
    change: put("#/security", [{ apiKey: [] }]),
    forth: "major + none = major, minor",
    back: "major + none = major, minor",
  },
  {
    edit: "alternative security scheme added",
    change: append("#/security", { apiKey: [] }),
    forth: "minor + none = minor, patch",
    back: "major + none = major, minor",
  },
  {
    edit: "second security scheme needed besides",
    change: put("#/security/0/apiKey", []),
    forth: "major + none = major, minor",
    back: "minor + none = minor, patch",
  },
  {
    edit: "operation needs no credential",
    change: put(`${create}/security`, []),
    forth: "minor + none = minor, patch",
    back: "major + none = major, minor",
  },
  {
    edit: "operation says for itself what the document says",
    change: put(`${create}/security`, [{ bearerAuth: [] }]),
    forth: "none + none = none, none",
    back: "none + none = none, none",
  },
  {
    edit: "header of a key renamed",
    change: put("#/components/securitySchemes/apiKey/name", "X-Acme-Key"),
    forth: "major + none = major, minor",
    back: "major + none = major, minor",
  },
  {
    edit: "environment variable of a scheme dropped",
    change: drop("#/components/securitySchemes/bearerAuth/x-env"),
    forth: "major + none = major, minor",
    back: "minor + none = minor, patch",
    why: "who relies on the variable sends no credential any more",
  },
];

/** What people read. */
export const words: readonly Row[] = [
  {
    edit: "description of an operation changed",
    change: put(`${create}/description`, "Makes a key."),
    forth: "patch + none = patch, patch",
    back: "patch + none = patch, patch",
  },
  {
    edit: "summary changed",
    change: put(`${create}/summary`, "Make a key"),
    forth: "patch + none = patch, patch",
    back: "patch + none = patch, patch",
  },
  {
    edit: "description of a property changed",
    change: put("#/components/schemas/Key/properties/id/description", "The id."),
    forth: "patch + none = patch, patch",
    back: "patch + none = patch, patch",
  },
  {
    edit: "title of the document changed",
    change: put("#/info/title", "Acme Keys"),
    forth: "patch + none = patch, patch",
    back: "patch + none = patch, patch",
  },
  {
    edit: "version of the document changed",
    change: put("#/info/version", "1.1"),
    forth: "patch + none = patch, patch",
    back: "patch + none = patch, patch",
  },
  {
    edit: "description of a tag changed",
    change: put("#/tags/0/description", "All about keys."),
    forth: "patch + none = patch, patch",
    back: "patch + none = patch, patch",
  },
  {
    edit: "value of an example changed",
    change: put(`${create}/responses/201/content/application~1json/examples/created/value/name`, "release"),
    forth: "patch + none = patch, patch",
    back: "patch + none = patch, patch",
  },
  {
    edit: "example of a parameter changed",
    change: put("#/paths/~1keys/get/parameters/1/example", 10),
    forth: "patch + none = patch, patch",
    back: "patch + none = patch, patch",
  },
  {
    edit: "example of an answer renamed",
    change: rename(`${create}/responses/201/content/application~1json/examples/created`, "made"),
    forth: "patch + major = major, minor",
    back: "patch + major = major, minor",
    why: "tests ask the mock for it by name",
  },
  {
    edit: "example of an answer added",
    change: put(`${create}/responses/201/content/application~1json/examples/other`, {
      summary: "Another key",
      value: { id: 4 },
    }),
    forth: "patch + minor = minor, patch",
    back: "patch + major = major, minor",
  },
];
