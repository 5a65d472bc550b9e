import { all, append, drop, put, rename, reverse } from "../edit.ts";
import type { Row } from "../row.ts";

const key = "#/components/schemas/Key";

/** What is in an answer. */
export const results: readonly Row[] = [
  {
    edit: "response property added",
    change: put(`${key}/properties/colour`, { description: "Colour.", type: "string" }),
    forth: "minor + minor = minor, patch",
    back: "major + major = major, minor",
  },
  {
    edit: "required response property added",
    change: all(
      put(`${key}/properties/colour`, { description: "Colour.", type: "string" }),
      append(`${key}/required`, "colour"),
    ),
    forth: "minor + minor = minor, patch",
    back: "major + major = major, minor",
    why: "nobody is promised that an answer made by hand goes on compiling",
  },
  {
    edit: "response property renamed",
    change: rename(`${key}/properties/fingerprint`, "hash"),
    forth: "major + major = major, minor",
    back: "major + major = major, minor",
  },
  {
    edit: "response property became required",
    change: append(`${key}/required`, "fingerprint"),
    forth: "minor + minor = minor, patch",
    back: "major + major = major, minor",
  },
  {
    edit: "response property became nullable",
    change: put(`${key}/properties/fingerprint/type`, ["string", "null"]),
    forth: "major + major = major, minor",
    back: "minor + minor = minor, patch",
  },
  {
    edit: "response property became a number",
    change: put(`${key}/properties/fingerprint/type`, "integer"),
    forth: "major + major = major, minor",
    back: "major + major = major, minor",
  },
  {
    edit: "whole numbers became any numbers in an answer",
    change: put(`${key}/properties/id/type`, "number"),
    forth: "major + none = major, minor",
    back: "minor + none = minor, patch",
    why: "TypeScript has one type of numbers, but who stores whole ones is in trouble",
  },
  {
    edit: "response enum value added",
    change: append(`${key}/properties/state/enum`, "paused"),
    forth: "minor + major = major, minor",
    back: "minor + major = major, minor",
    why: 'our types of enums are closed: an exhaustive switch no longer is, or `=== "paused"` no longer compiles',
  },
  {
    edit: "text became an enum in an answer",
    change: put(`${key}/properties/fingerprint/enum`, ["a", "b"]),
    forth: "minor + major = major, minor",
    back: "minor + major = major, minor",
    why: "a comparison with any other text no longer compiles; undone, the values no longer fit what took them",
  },
  {
    edit: "constant of an answer changed",
    change: put(`${key}/properties/kind/const`, "apiKey"),
    forth: "major + major = major, minor",
    back: "major + major = major, minor",
  },
  {
    edit: "constant of an answer became any text",
    change: put(`${key}/properties/kind`, { description: "Kind of this object.", type: "string" }),
    forth: "major + major = major, minor",
    back: "minor + major = major, minor",
    why: "undone, a comparison with another text no longer compiles",
  },
  {
    edit: "items of a list in an answer became numbers",
    change: put(`${key}/properties/scopes/items/type`, "integer"),
    forth: "major + major = major, minor",
    back: "major + major = major, minor",
  },
  {
    edit: "labels of an answer became numbers",
    change: put(`${key}/properties/labels/additionalProperties`, { type: "integer" }),
    forth: "major + major = major, minor",
    back: "major + major = major, minor",
  },
  {
    edit: "additional properties of an answer refused",
    change: put(`${key}/additionalProperties`, false),
    forth: "minor + none = minor, patch",
    back: "minor + none = minor, patch",
    why: "undone, an old client sees properties that it does not know, as it always may",
  },
  {
    edit: "format of a text in an answer changed",
    change: put(`${key}/properties/createdAt/format`, "date"),
    forth: "major + none = major, minor",
    back: "major + none = major, minor",
    why: "the same type, but who parses it is in trouble",
  },
  {
    edit: "format of a text in an answer added",
    change: put(`${key}/properties/fingerprint/format`, "uuid"),
    forth: "minor + none = minor, patch",
    back: "minor + none = minor, patch",
  },
  {
    edit: "longer texts in an answer",
    change: put(`${key}/properties/name/maxLength`, 128),
    forth: "minor + none = minor, patch",
    back: "minor + none = minor, patch",
  },
  {
    edit: "default of a response property added",
    change: put(`${key}/properties/note/default`, "none"),
    forth: "patch + none = patch, patch",
    back: "patch + none = patch, patch",
    why: "a default fills in what a caller leaves out; in an answer it says nothing",
  },
  {
    edit: "member of a union in an answer added",
    change: all(
      put("#/components/schemas/DeletedEvent", {
        description: "The key was deleted.",
        type: "object",
        required: ["type"],
        properties: { type: { description: "Kind of event.", const: "deleted" } },
      }),
      append("#/components/schemas/KeyEvent/oneOf", { $ref: "#/components/schemas/DeletedEvent" }),
      put("#/components/schemas/KeyEvent/discriminator/mapping/deleted", "#/components/schemas/DeletedEvent"),
    ),
    forth: "major + major = major, minor",
    back: "minor + major = major, minor",
  },
  {
    edit: "discriminator of an answer dropped",
    change: drop("#/components/schemas/KeyEvent/discriminator"),
    forth: "patch + none = patch, patch",
    back: "patch + none = patch, patch",
    why: "the members tell themselves apart by constants already",
  },
  {
    edit: "part of an `allOf` in an answer dropped",
    change: drop("#/components/schemas/KeyDetails/allOf/1"),
    forth: "major + major = major, minor",
    back: "minor + minor = minor, patch",
  },
  {
    edit: "property of a part of an `allOf` became optional",
    change: drop("#/components/schemas/KeyDetails/allOf/1/required"),
    forth: "major + major = major, minor",
    back: "minor + minor = minor, patch",
  },
  {
    edit: "order of properties changed",
    change: reverse("#/components/schemas/KeyOwner/properties"),
    forth: "none + none = none, none",
    back: "none + none = none, none",
  },
  {
    edit: "response property deprecated",
    change: put(`${key}/properties/fingerprint/deprecated`, true),
    forth: "minor + none = minor, patch",
    back: "patch + none = patch, patch",
  },
];
