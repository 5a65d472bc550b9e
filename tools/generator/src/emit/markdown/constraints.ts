import type { Constraints, Type } from "../../read/model.ts";
import { constraintSentences } from "../typescript/constraint.ts";
import { code, join, type Markdown, md } from "./markdown.ts";

/** What a value must satisfy beyond its type, in words: "Integer. At least 1, at most 500." */
export function constraintsText(type: Type, constraints: Constraints): Markdown | undefined {
  const { pattern, format, ...amounts } = constraints;
  return join(
    [
      formatText(type, format),
      ...constraintSentences(amounts),
      pattern === undefined ? undefined : md`Matches ${code(pattern)}.`,
    ],
    " ",
  );
}

/** TypeScript knows only `number` and `string`; this is what the document says more precisely. */
function formatText(type: Type, format: string | undefined): Markdown | undefined {
  const value = innermost(type);
  if (value.kind === "number")
    return value.integer
      ? md`
Integer.
        `
      : undefined;
  const name = format ?? (value.kind === "string" ? value.format : undefined);
  return name === undefined || value.kind === "binary" ? undefined : md`Format ${code(name)}.`;
}

/** Of a list its items; of a nullable type what is not null. */
function innermost(type: Type): Type {
  if (type.kind === "array") return innermost(type.items);
  if (type.kind !== "union") return type;
  const [only, ...others] = type.members.filter((member) => member.kind !== "null");
  return only !== undefined && others.length === 0 ? innermost(only) : type;
}
