import { isObject, member } from "../../load/json.ts";
import { at, type Context } from "../context.ts";
import { textOf } from "../reading.ts";

/** Patterns are regular expressions that every validator can compile; to a client they are a remark. */
export function patterns({ nodes, warning }: Context): void {
  for (const node of nodes("schema")) {
    const pattern = textOf(node.value, "pattern");
    if (pattern !== undefined) compile(pattern, () => at(node, "pattern"));
    const byPattern = member(node.value, "patternProperties");
    for (const key of isObject(byPattern) ? Object.keys(byPattern) : [])
      compile(key, () => at(node, "patternProperties", key));
  }

  function compile(pattern: string, place: () => string): void {
    const reason = failure(pattern, "u");
    if (reason === undefined) return;
    const advice =
      failure(pattern, "") === undefined
        ? " JSON Schema reads patterns in Unicode mode: escape only what needs it."
        : "";
    warning(place(), `\`${pattern}\` is not a valid regular expression: ${reason}.${advice}`);
  }
}

function failure(pattern: string, flags: string): string | undefined {
  try {
    void new RegExp(pattern, flags);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message.replace(/^.*\/[a-z]*: /s, "").toLowerCase();
  }
}
