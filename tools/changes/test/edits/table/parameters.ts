import { all, append, drop, everywhere, put } from "../edit.ts";
import type { Row } from "../row.ts";

const list = "#/paths/~1keys/get";
const create = "#/paths/~1keys/post";
const remove = "#/paths/~1keys~1{keyId}/delete";
const owner = {
  name: "owner",
  in: "query",
  description: "Only keys of this owner.",
  schema: { type: "integer" },
  example: 1,
};

/** What a caller sends outside the body. */
export const parameters: readonly Row[] = [
  {
    edit: "optional query parameter added",
    change: append(`${list}/parameters`, owner),
    forth: "minor + minor = minor, patch",
    back: "major + major = major, minor",
  },
  {
    edit: "required query parameter added",
    change: append(`${list}/parameters`, { ...owner, required: true }),
    forth: "major + major = major, minor",
    back: "major + major = major, minor",
  },
  {
    edit: "first parameter of an operation added, a required one",
    change: put(`${create}/parameters`, [{ ...owner, required: true }]),
    forth: "major + major = major, minor",
    back: "major + major = major, minor",
  },
  {
    edit: "query parameter became required",
    change: put(`${list}/parameters/3/required`, true),
    forth: "major + major = major, minor",
    back: "minor + minor = minor, patch",
  },
  {
    edit: "query parameter renamed",
    change: put(`${list}/parameters/3/name`, "q"),
    forth: "major + major = major, minor",
    back: "major + major = major, minor",
  },
  {
    edit: "path parameter renamed, in the path too",
    change: everywhere("keyId", "id"),
    forth: "patch + major = major, minor",
    back: "patch + major = major, minor",
    why: "the same request travels, but `{ keyId: 3 }` no longer compiles",
  },
  {
    edit: "optional header parameter added",
    change: append(`${list}/parameters`, { ...owner, name: "X-Owner", in: "header" }),
    forth: "minor + minor = minor, patch",
    back: "major + major = major, minor",
  },
  {
    edit: "optional cookie parameter added",
    change: append(`${list}/parameters`, { ...owner, name: "session", in: "cookie" }),
    forth: "minor + minor = minor, patch",
    back: "major + major = major, minor",
  },
  {
    edit: "parameter moved from the query to a header",
    change: put(`${list}/parameters/3/in`, "header"),
    forth: "major + minor = major, minor",
    back: "major + minor = major, minor",
    why: "the method takes the same argument, the raw call another one; but that takes unknown ones, too",
  },
  {
    edit: "operation takes no arguments any more",
    change: all(drop(`${list}/parameters`), drop(`${list}/x-pagination`)),
    forth: "major + major = major, minor",
    back: "minor + major = major, minor",
    why: "undone, the options in `listKeys({ timeoutMs: 5 })` stand where arguments do",
  },
  {
    edit: "upper bound of a parameter lowered",
    change: put(`${list}/parameters/1/schema/maximum`, 50),
    forth: "major + none = major, minor",
    back: "minor + none = minor, patch",
  },
  {
    edit: "lower bound of a parameter raised",
    change: put(`${list}/parameters/1/schema/minimum`, 5),
    forth: "major + none = major, minor",
    back: "minor + none = minor, patch",
  },
  {
    edit: "bound of a parameter became exclusive",
    change: all(
      put(`${list}/parameters/1/schema/exclusiveMaximum`, 100),
      drop(`${list}/parameters/1/schema/maximum`),
    ),
    forth: "major + none = major, minor",
    back: "minor + none = minor, patch",
  },
  {
    edit: "enum value of a parameter added",
    change: append(`${list}/parameters/2/schema/enum`, "revoked"),
    forth: "minor + minor = minor, patch",
    back: "major + major = major, minor",
  },
  {
    edit: "parameter became an enum",
    change: put(`${list}/parameters/3/schema/enum`, ["deploy", "release"]),
    forth: "major + major = major, minor",
    back: "minor + minor = minor, patch",
  },
  {
    edit: "parameter became a text",
    change: put(`${list}/parameters/1/schema`, { type: "string" }),
    forth: "major + major = major, minor",
    back: "major + major = major, minor",
  },
  {
    edit: "parameter takes texts too",
    change: put(`${list}/parameters/1/schema/type`, ["integer", "string"]),
    forth: "minor + minor = minor, patch",
    back: "major + major = major, minor",
  },
  {
    edit: "whole numbers became any numbers in a parameter",
    change: put(`${list}/parameters/1/schema/type`, "number"),
    forth: "minor + none = minor, patch",
    back: "major + none = major, minor",
  },
  {
    edit: "default of a parameter added",
    change: put(`${list}/parameters/3/schema/default`, "deploy"),
    forth: "minor + none = minor, patch",
    back: "minor + none = minor, patch",
    why: "who leaves it out gets another answer, but a default makes no argument required",
  },
  {
    edit: "default of a parameter changed",
    change: put(`${list}/parameters/0/schema/default`, 1),
    forth: "minor + none = minor, patch",
    back: "minor + none = minor, patch",
  },
  {
    edit: "explode of a parameter changed",
    change: put(`${list}/parameters/4/explode`, false),
    forth: "major + none = major, minor",
    back: "major + none = major, minor",
  },
  {
    edit: "style of a parameter changed",
    change: all(
      put(`${list}/parameters/4/style`, "pipeDelimited"),
      put(`${list}/parameters/4/explode`, false),
    ),
    forth: "major + none = major, minor",
    back: "major + none = major, minor",
  },
  {
    edit: "style of a parameter written out as it was",
    change: put(`${list}/parameters/4/style`, "form"),
    forth: "none + none = none, none",
    back: "none + none = none, none",
  },
  {
    edit: "a parameter may be empty",
    change: put(`${list}/parameters/3/allowEmptyValue`, true),
    forth: "minor + none = minor, patch",
    back: "major + none = major, minor",
  },
  {
    edit: "parameter deprecated",
    change: put(`${list}/parameters/3/deprecated`, true),
    forth: "minor + none = minor, patch",
    back: "patch + none = patch, patch",
  },
  {
    edit: "pattern of a parameter added",
    change: put(`${remove}/parameters/0/schema/pattern`, "^[a-z]+$"),
    forth: "major + none = major, minor",
    back: "minor + none = minor, patch",
  },
  {
    edit: "pattern of a path parameter shared by operations, as a bound",
    change: put("#/paths/~1keys~1{keyId}/parameters/0/schema/maximum", 1000),
    forth: "major + none = major, minor",
    back: "minor + none = minor, patch",
  },
];
