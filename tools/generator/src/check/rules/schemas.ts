import { describe, isList, isObject, member } from "../../load/json.ts";
import { nearest } from "../../load/nearest.ts";
import type { Node } from "../../load/walk.ts";
import type { Json } from "../../read/model.ts";
import { at, type Context } from "../context.ts";
import type { Miss } from "../schema/expect.ts";
import { keywordAdvice, keywordsOf } from "../schema/keywords.ts";

/** Every keyword of every schema has a value it can mean something with, and a name that somebody knows. */
export function schemaKeywords({ nodes, version, error, warning }: Context): void {
  const keywords = keywordsOf(version);
  for (const node of nodes("schema")) {
    const reference = member(node.value, "$ref") !== undefined;
    for (const [keyword, value] of Object.entries(node.value)) {
      const expect = keywords.get(keyword);
      // In 3.0 what stands beside `$ref` does not count.
      if (expect === undefined && !(reference && version === "3.0")) unknownKeyword(node, keyword);
      for (const miss of expect?.(value) ?? []) wrongValue(node, keyword, value, miss);
    }
  }

  function wrongValue(
    node: Node,
    keyword: string,
    value: Json,
    { expected, at: keys, advice = "" }: Miss,
  ): void {
    const found = keys.reduce<Json | undefined>(member, value);
    const subject =
      keys.length === 0 ? `\`${keyword}\`` : `entry \`${keys.at(-1)}\` of \`${keys.at(-2) ?? keyword}\``;
    const habit = keys.length === 0 ? keywordAdvice(keyword, value, version) : "";
    const message = `${subject} must be ${expected}; found ${foundIn(found)}.${advice || habit}`;
    error(at(node, keyword, ...keys), message.replace(/^e/, "E"));
  }

  function unknownKeyword(node: Node, keyword: string): void {
    if (keyword.startsWith("x-")) return;
    const place = at(node, keyword);
    const meant = nearest(keyword, keywords.keys());
    if (version === "3.0") {
      const newer = keywordsOf("3.1").has(keyword) ? " It belongs to OpenAPI 3.1." : "";
      const advice = meant === undefined || newer !== "" ? newer : ` Did you mean \`${meant}\`?`;
      error(
        place,
        `\`${keyword}\` is no keyword of a schema in OpenAPI 3.0.${advice || " Remove it, or begin its name with `x-`."}`,
      );
    } else if (keyword === "nullable") {
      warning(
        place,
        '`nullable` means nothing in OpenAPI 3.1. Add "null" to `type`, or `{ type: "null" }` to `anyOf`.',
      );
    } else if (meant !== undefined) {
      // JSON Schema passes over what it does not know: a slip of the pen goes unnoticed for years.
      warning(
        place,
        `\`${keyword}\` is no keyword of a schema, so it is ignored. Did you mean \`${meant}\`?`,
      );
    }
  }
}

/** What was found, with the values of short lists. */
function foundIn(value: Json | undefined): string {
  const plain = isList(value) && value.length > 0 && value.every((one) => !isObject(one) && !isList(one));
  return plain ? JSON.stringify(value).slice(0, 60) : describe(value);
}
