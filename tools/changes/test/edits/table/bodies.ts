import { all, append, drop, put, rename } from "../edit.ts";
import type { Row } from "../row.ts";

const create = "#/paths/~1keys/post";
const update = "#/paths/~1keys~1{keyId}/patch";
const created = "#/components/schemas/CreateKey";

/** Bodies that a caller sends. */
export const bodies: readonly Row[] = [
  {
    edit: "optional body property added",
    change: put(`${created}/properties/colour`, { description: "Colour.", type: "string" }),
    forth: "minor + minor = minor, patch",
    back: "major + major = major, minor",
    why: "a server may go on taking it, but who sends it in a literal no longer compiles",
  },
  {
    edit: "required body property added",
    change: all(
      put(`${created}/properties/colour`, { description: "Colour.", type: "string" }),
      append(`${created}/required`, "colour"),
    ),
    forth: "major + major = major, minor",
    back: "major + major = major, minor",
  },
  {
    edit: "body property became required",
    change: append(`${created}/required`, "note"),
    forth: "major + major = major, minor",
    back: "minor + minor = minor, patch",
  },
  {
    edit: "nested body property became required",
    change: append("#/components/schemas/NewOwner/required", "name"),
    forth: "major + major = major, minor",
    back: "minor + minor = minor, patch",
  },
  {
    edit: "body property renamed",
    change: rename(`${created}/properties/days`, "lifetime"),
    forth: "major + major = major, minor",
    back: "major + major = major, minor",
  },
  {
    edit: "request enum value added",
    change: append(`${created}/properties/role/enum`, "admin"),
    forth: "minor + minor = minor, patch",
    back: "major + major = major, minor",
  },
  {
    edit: "body property became nullable",
    change: put(`${created}/properties/note/type`, ["string", "null"]),
    forth: "minor + minor = minor, patch",
    back: "major + major = major, minor",
  },
  {
    edit: "body property became a text",
    change: put(`${created}/properties/days`, { description: "How long.", type: "string" }),
    forth: "major + major = major, minor",
    back: "major + major = major, minor",
  },
  {
    edit: "items of a list in a body became numbers",
    change: put(`${created}/properties/scopes/items/type`, "integer"),
    forth: "major + major = major, minor",
    back: "major + major = major, minor",
  },
  {
    edit: "additional properties of a body refused",
    change: put(`${created}/additionalProperties`, false),
    forth: "major + none = major, minor",
    back: "minor + none = minor, patch",
  },
  {
    edit: "default of a body property added",
    change: put(`${created}/properties/days/default`, 30),
    forth: "minor + none = minor, patch",
    back: "minor + none = minor, patch",
    why: "a default must not make the property required",
  },
  {
    edit: "largest length of a body property lowered",
    change: put(`${created}/properties/name/maxLength`, 32),
    forth: "major + none = major, minor",
    back: "minor + none = minor, patch",
  },
  {
    edit: "least length of a body property dropped",
    change: drop(`${created}/properties/name/minLength`),
    forth: "minor + none = minor, patch",
    back: "major + none = major, minor",
  },
  {
    edit: "fewer items in a list of a body",
    change: put(`${created}/properties/scopes/maxItems`, 5),
    forth: "major + none = major, minor",
    back: "minor + none = minor, patch",
  },
  {
    edit: "items of a list in a body must differ",
    change: put(`${created}/properties/scopes/uniqueItems`, true),
    forth: "major + none = major, minor",
    back: "minor + none = minor, patch",
  },
  {
    edit: "bound of a body property written out as it was",
    change: put(`${created}/properties/scopes/uniqueItems`, false),
    forth: "none + none = none, none",
    back: "none + none = none, none",
  },
  {
    edit: "format of a body property added",
    change: put(`${created}/properties/note/format`, "email"),
    forth: "major + none = major, minor",
    back: "minor + none = minor, patch",
  },
  {
    edit: "body property became a constant",
    change: put(`${created}/properties/note/const`, "deploy"),
    forth: "major + major = major, minor",
    back: "minor + minor = minor, patch",
  },
  {
    edit: "member of a union in a body added",
    change: append("#/components/schemas/Target/oneOf", { $ref: "#/components/schemas/PhoneTarget" }),
    forth: "minor + minor = minor, patch",
    back: "major + major = major, minor",
  },
  {
    edit: "optional body became required",
    change: put(`${update}/requestBody/required`, true),
    forth: "major + major = major, minor",
    back: "minor + minor = minor, patch",
  },
  {
    edit: "optional body added where there was none",
    change: put("#/paths/~1keys~1{keyId}~1rotate/post/requestBody", {
      description: "How to rotate.",
      content: {
        "application/json": {
          schema: { $ref: "#/components/schemas/NewOwner" },
          examples: { other: { summary: "Another owner", value: { id: 2 } } },
        },
      },
    }),
    forth: "minor + minor = minor, patch",
    back: "major + major = major, minor",
  },
  {
    edit: "required body added where there was none",
    change: put("#/paths/~1keys~1{keyId}~1rotate/post/requestBody", {
      description: "How to rotate.",
      required: true,
      content: { "application/json": { schema: { $ref: "#/components/schemas/NewOwner" } } },
    }),
    forth: "major + major = major, minor",
    back: "major + major = major, minor",
  },
  {
    edit: "request media type added",
    change: put(`${create}/requestBody/content/application~1x-www-form-urlencoded`, {
      schema: { $ref: "#/components/schemas/CreateKey" },
    }),
    forth: "minor + minor = minor, patch",
    back: "major + major = major, minor",
  },
  {
    edit: "request media type renamed",
    change: rename(`${create}/requestBody/content/application~1json`, "application/vnd.acme+json"),
    forth: "major + none = major, minor",
    back: "major + none = major, minor",
    why: "methods take the same body, and the raw call asks for no name of it",
  },
  {
    edit: "body property marked as a secret",
    change: put(`${created}/properties/note/x-sensitive`, true),
    forth: "minor + none = minor, patch",
    back: "minor + none = minor, patch",
    why: "what logs and errors show of it changes, in both directions",
  },
  {
    edit: "all properties of a body dropped",
    change: drop("#/components/schemas/UpdateKey/properties"),
    forth: "major + minor = major, minor",
    back: "minor + major = major, minor",
    why: "any property is taken then, but what was sent in those is lost without a word; undone, no other is",
  },
  {
    edit: "body property deprecated",
    change: put(`${created}/properties/note/deprecated`, true),
    forth: "minor + none = minor, patch",
    back: "patch + none = patch, patch",
  },
];
