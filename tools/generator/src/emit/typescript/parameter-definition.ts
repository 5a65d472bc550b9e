import type { Api, Operation, Parameter } from "../../read/model.ts";
import { admits } from "./admits.ts";
import { hasStyledFields } from "./body-definition.ts";
import { literal, literals, objectLiteral } from "./literal.ts";

/**
 * What the runtime has to know of a parameter: its bare name where that is all, else the source of a
 * `ParameterDefinition`. The call of `styled` is marked as pure: an unused operation would stay in a bundle for it.
 */
export function parameterDefinition(api: Api, parameter: Parameter): string {
  const { name, argument, style } = parameter;
  const said = literals({
    arg: argument === name ? undefined : argument,
    style: style === usualStyle(parameter) ? undefined : style,
    explode: hasOwnExplode(api, parameter) ? parameter.explode : undefined,
    allowReserved: parameter.allowReserved ? true : undefined,
    json: parameter.mediaType === undefined ? undefined : true,
    nullable: admits(api, parameter.type, "null") ? true : undefined,
  });
  const all = objectLiteral({ ...literals({ name }), ...said });
  if (isStyled(api, parameter)) return `/* @__PURE__ */ styled(${all})`;
  return Object.values(said).every((source) => source === undefined) ? literal(name) : all;
}

/** Whether anything of it is written by `styled`. */
export function needsStyled(api: Api, operation: Operation): boolean {
  return operation.parameters.some((parameter) => isStyled(api, parameter)) || hasStyledFields(operation);
}

/** Unasked the runtime writes single values and lists, in the default style of their place. */
function isStyled(api: Api, parameter: Parameter): boolean {
  const { style, allowReserved, mediaType, type } = parameter;
  const usual = style === usualStyle(parameter) && !hasOwnExplode(api, parameter);
  return (
    !usual ||
    allowReserved ||
    mediaType !== undefined ||
    admits(api, type, "object") ||
    admits(api, type, "nested")
  );
}

/** Whether `explode` is not what its style has by default; nothing of a single value could be exploded. */
function hasOwnExplode(api: Api, { style, explode, type }: Parameter): boolean {
  // Of objects within objects there is only one form.
  if (style === "deepObject") return false;
  return explode !== (style === "form") && (admits(api, type, "list") || admits(api, type, "object"));
}

function usualStyle({ in: location }: Parameter): Parameter["style"] {
  return location === "query" || location === "cookie" ? "form" : "simple";
}
