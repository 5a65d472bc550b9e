import { all, append, drop, everywhere, put } from "../edit.ts";
import type { Row } from "../row.ts";

const limits = "#/components/schemas/KeyLimits";
const webhook = "#/components/schemas/ExpiredKey";

/** One schema in a request and in an answer: what is harmless one way is not the other way. */
export const shared: readonly Row[] = [
  {
    edit: "optional property of a shared schema added",
    change: put(`${limits}/properties/perHour`, { description: "Calls per hour.", type: "integer" }),
    forth: "minor + minor = minor, patch",
    back: "major + major = major, minor",
  },
  {
    edit: "property of a shared schema became required",
    change: append(`${limits}/required`, "perDay"),
    forth: "major + major = major, minor",
    back: "major + major = major, minor",
    why: "a caller must send it now; undone, a reader may not find it",
  },
  {
    edit: "property of a shared schema became nullable",
    change: put(`${limits}/properties/perDay/type`, ["integer", "null"]),
    forth: "major + major = major, minor",
    back: "major + major = major, minor",
  },
  {
    edit: "enum value of a shared schema added",
    change: append(`${limits}/properties/mode/enum`, "warn"),
    forth: "minor + major = major, minor",
    back: "major + major = major, minor",
  },
  {
    edit: "bound of a shared schema raised",
    change: put(`${limits}/properties/perMinute/minimum`, 1),
    forth: "major + none = major, minor",
    back: "minor + none = minor, patch",
  },
  {
    edit: "property of a shared schema is for reading only",
    change: put(`${limits}/properties/perDay/readOnly`, true),
    forth: "major + none = major, minor",
    back: "minor + none = minor, patch",
    why: "a caller can no longer set it; types do not tell the directions apart",
  },
  {
    edit: "property of a shared schema is for writing only",
    change: put(`${limits}/properties/perDay/writeOnly`, true),
    forth: "major + none = major, minor",
    back: "minor + none = minor, patch",
    why: "a reader no longer finds it",
  },
  {
    edit: "shared schema renamed",
    change: everywhere("KeyLimits", "Limits"),
    forth: "patch + major = major, minor",
    back: "patch + major = major, minor",
    why: "its name does not travel, but is the name of a type",
  },
  {
    edit: "named schema that nothing uses added",
    change: put("#/components/schemas/Colour", { description: "A colour.", type: "string" }),
    forth: "patch + minor = minor, patch",
    back: "patch + major = major, minor",
  },
  {
    edit: "bound in a schema that nothing uses",
    change: put("#/components/schemas/PhoneTarget/properties/phone/maxLength", 20),
    forth: "patch + none = patch, patch",
    back: "patch + none = patch, patch",
  },
  {
    edit: "shared answer renamed",
    change: everywhere("NotFound", "Missing"),
    forth: "none + none = none, none",
    back: "none + none = none, none",
    why: "its name is nothing but the document's own",
  },
  {
    edit: "reference replaced by what it refers to",
    change: put("#/components/schemas/CreateKey/properties/owner", {
      description: "Whose key it will be.",
      type: "object",
      required: ["id"],
      properties: {
        id: { description: "Id of the owner.", type: "integer" },
        name: { description: "Name of the owner.", type: "string" },
      },
    }),
    forth: "none + none = none, none",
    back: "none + none = none, none",
  },
];

/** Calls the API makes: their bodies are read as answers are. */
export const incoming: readonly Row[] = [
  {
    edit: "webhook added",
    change: put("#/webhooks/keyRevoked", {
      post: {
        operationId: "keyRevoked",
        summary: "A key was revoked",
        description: "Sent when a key is revoked.",
        tags: ["Keys"],
        security: [],
        responses: { "204": { description: "The notice was taken." } },
      },
    }),
    forth: "minor + minor = minor, patch",
    back: "major + major = major, minor",
  },
  {
    edit: "property of a webhook's body added",
    change: put(`${webhook}/properties/colour`, { description: "Colour.", type: "string" }),
    forth: "minor + minor = minor, patch",
    back: "major + major = major, minor",
  },
  {
    edit: "property of a webhook's body became required",
    change: append(`${webhook}/required`, "note"),
    forth: "minor + minor = minor, patch",
    back: "major + major = major, minor",
    why: "who takes the call reads it",
  },
  {
    edit: "enum value of a webhook's body added",
    change: append(`${webhook}/properties/cause/enum`, "theft"),
    forth: "minor + major = major, minor",
    back: "minor + major = major, minor",
  },
  {
    edit: "property of a webhook's body became nullable",
    change: put(`${webhook}/properties/note/type`, ["string", "null"]),
    forth: "major + major = major, minor",
    back: "minor + minor = minor, patch",
  },
  {
    edit: "callback added",
    change: put("#/paths/~1keys~1{keyId}~1rotate/post/callbacks", {
      rotated: {
        "{$request.query.url}": {
          post: {
            operationId: "keyRotated",
            summary: "A key was rotated",
            description: "Sent when a key has its new secret.",
            tags: ["Keys"],
            security: [],
            responses: { "204": { description: "The notice was taken." } },
          },
        },
      },
    }),
    forth: "minor + minor = minor, patch",
    back: "major + major = major, minor",
  },
  {
    edit: "all webhooks dropped",
    change: all(drop("#/webhooks"), drop("#/components/schemas/ExpiredKey")),
    forth: "major + major = major, minor",
    back: "minor + minor = minor, patch",
  },
];
