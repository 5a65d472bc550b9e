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
      return line`${join(once(type.members.map((member) => typeText(member, page))), " & ")}`;
    default:
      return code(briefType(type));
  }
}

/** What an answer holds: a type per media type, each once; small nameless ones in full. */
export function answerText(types: readonly Type[], page: Page): Markdown | undefined {
  const texts = types.map((type) => (isSmallObject(type) ? code(printType(type)) : typeText(type, page)));
  return join(once(texts), " | ");
}

function once(texts: readonly Markdown[]): readonly Markdown[] {
  return [...new Map(texts.map((text) => [text.markdown, text])).values()];
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

/** Objects without a name are called `object`, wherever they stand: their properties have rows of their own. */
function briefType(type: Type): string {
  return printType(brief(type));
}

function brief(type: Type): Type {
  switch (type.kind) {
    case "object":
      if (type.properties.length > 0) return { kind: "reference", name: "object" };
      return type.additional === undefined ? type : { ...type, additional: brief(type.additional) };
    case "array":
      return { ...type, items: brief(type.items) };
    case "tuple":
      return { ...type, items: type.items.map(brief) };
    case "union":
    case "intersection":
      return { ...type, members: distinct(type.members.map(brief)) };
    default:
      return type;
  }
}

/** Two objects without a name are called the same. */
function distinct(types: readonly Type[]): readonly Type[] {
  return [...new Map(types.map((type) => [printType(type), type])).values()];
}
