import type { Type } from "../../read/model.ts";
import { printType } from "../typescript/type.ts";
import type { Page } from "./layout.ts";
import { code, join, link, type Markdown, md } from "./markdown.ts";

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
      return md`${join(
        type.members.map((member) => typeText(member, page)),
        " | ",
      )}`;
    case "intersection":
      return md`${join(
        type.members.map((member) => typeText(member, page)),
        " & ",
      )}`;
    default:
      return code(briefType(type));
  }
}

/** What an answer or a request holds: a type per media type, each once. */
export function typesText(types: readonly Type[], page: Page): Markdown | undefined {
  const texts = new Map(types.map((type) => [printType(type), typeText(type, page)]));
  return join([...texts.values()], " | ");
}

function named(text: string, name: string, page: Page): Markdown {
  const anchor = page.modelAnchors.get(name);
  return anchor === undefined ? code(text) : link(code(text), `#${anchor}`);
}

/** Objects without a name are called `object`: their properties have rows of their own. */
function briefType(type: Type): string {
  if (type.kind === "object" && type.properties.length > 0) return "object";
  if (type.kind === "array" && type.items.kind === "object" && type.items.properties.length > 0)
    return "object[]";
  return printType(type);
}
