import type { ParameterDefinition } from "../definition.ts";
import { expand } from "./style.ts";
import { percent } from "./text.ts";

/** One query parameter, or field of a form; `""` when there is nothing to send. */
export function queryPart(parameter: ParameterDefinition, value: unknown): string {
  return expand(parameter, value, "form", parameter.allowReserved ? percentReserved : percent);
}

/** Reserved characters stay literal, except those that would end the value or the query: `#`, `&`, `+`, `%`. */
function percentReserved(value: string): string {
  return percent(value).replaceAll(/%(?:3A|2F|3F|5B|5D|40|24|2C|3B|3D)/g, decodeURIComponent);
}
