import type { Type } from "../../read/model.ts";
import { printType } from "../typescript/type.ts";
import { linkTo, type Page } from "./layout.ts";
import { namesIn } from "../schema-type.ts";
import { code, join, line, type Markdown } from "./markdown.ts";

/** A type as it is written in TypeScript, in code spans; named types lead to where the page describes them. */
export function typeText(type: Type, page: Page): Markdown {
  switch (type.kind) {
    case "reference":
      return named(type.name, type.name, page);
    case "array":
      return type.items.kind === "reference"
        ? named(`${type.items.name}[]`, type.items.name, page)
        : code(briefType(type));
    case "union":
      return unionText(type.members, page);
    case "intersection":
      return line`${join(
        type.members.map((member) => typeText(member, page)),
        " & ",
      )}`;
    default:
      return code(briefType(type));
  }
}

/** What an answer holds: a type per media type, each once; small nameless ones in full. */
export function answerText(types: readonly Type[], page: Page): Markdown | undefined {
  const texts = types.map((type) => (isSmallObject(type) ? code(printType(type)) : typeText(type, page)));
  return join([...new Map(texts.map((text) => [text.markdown, text])).values()], " | ");
}

/** Whether a nameless object is best shown by its type alone. */
export function isSmallObject(type: Type): boolean {
  return briefType(type).startsWith("object") && printType(type).length <= 60 && namesIn(type).length === 0;
}

/** Of a long list of values the beginning: the rest is in the types, where an editor completes it. */
function unionText(members: readonly Type[], page: Page): Markdown {
  const shown = members.length > 30 ? members.slice(0, 25) : members;
  const more = shown.length < members.length ? line`${members.length - shown.length} more` : undefined;
  return line`${join([...shown.map((member) => typeText(member, page)), more], " | ")}`;
}

function named(text: string, name: string, page: Page): Markdown {
  return linkTo(code(text), page.addresses.get(name), page);
}

/** Objects without a name are called `object`: their properties have rows of their own. */
function briefType(type: Type): string {
  if (type.kind === "object" && type.properties.length > 0) return "object";
  if (type.kind === "array" && type.items.kind === "object" && type.items.properties.length > 0)
    return "object[]";
  return printType(type);
}
