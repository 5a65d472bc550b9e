import type { Constraints, Type } from "../../read/model.ts";
import { constraintSentences } from "../typescript/constraint.ts";
import { code, join, line, type Markdown } from "./markdown.ts";

/** What a value must satisfy beyond its type, in words: "Integer. At least 1, at most 500." */
export function constraintsText(type: Type, constraints: Constraints): Markdown | undefined {
  const { pattern, format, ...amounts } = constraints;
  return join(
    [
      formatText(type, format),
      ...constraintSentences(amounts),
      pattern === undefined ? undefined : line`Matches ${code(pattern)}.`,
      itemText(type),
    ],
    " ",
  );
}

/** What a type requires where no property or parameter says it. */
export function ownConstraints(type: Type): Constraints {
  return "constraints" in type ? (type.constraints ?? {}) : {};
}

function itemText(type: Type): Markdown | undefined {
  if (type.kind !== "array") return undefined;
  const text = constraintsText(type.items, ownConstraints(type.items));
  return text && line`Each: ${text}`;
}

/** TypeScript knows only `number` and `string`; this is what the document says more precisely. */
function formatText(type: Type, format: string | undefined): Markdown | undefined {
  const value = valueType(type);
  if (value.kind === "number") return value.integer ? line`Integer.` : undefined;
  const name = format ?? (value.kind === "string" ? value.format : undefined);
  return name === undefined || value.kind === "binary" ? undefined : line`Format ${code(name)}.`;
}

/** Of a nullable type what is not null. */
function valueType(type: Type): Type {
  if (type.kind !== "union") return type;
  const [only, ...others] = type.members.filter((member) => member.kind !== "null");
  return only !== undefined && others.length === 0 ? only : type;
}
