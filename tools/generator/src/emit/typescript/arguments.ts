import type { Body, Content, Operation } from "../../read/model.ts";
import { isRange } from "../../read/wire/carrier.ts";
import { documented, prose } from "./comment.ts";
import { bodyDoc, documentedProperty, parameterDoc } from "./describe.ts";
import { codeSpan } from "./constraint.ts";
import { literal, propertyName, templateType } from "./literal.ts";
import { argumentsName, takesArguments } from "./shape.ts";
import { printType } from "./type.ts";

/**
 * The type of an operation's arguments: an interface; or, where the body's type depends on its media type, the
 * parameters and one alternative per type.
 */
export function argumentsType(operation: Operation): string {
  if (!takesArguments(operation)) return "";
  const members = operation.parameters.map((parameter) => {
    const type = printType(parameter.type, documentedProperty);
    const name = `${propertyName(parameter.argument)}${parameter.required ? "" : "?"}`;
    return documented(parameterDoc(parameter), `${name}: ${type};`);
  });
  const doc = prose(`Arguments of {@link ${operation.name}}.`);
  const name = argumentsName(operation);
  const [only = [], ...others] = operation.body === undefined ? [] : bodyAlternatives(operation.body);
  if (others.length === 0) {
    return documented(doc, `export interface ${name} {\n${[...members, ...only].join("\n")}\n}`);
  }
  const alternatives = [only, ...others].map((alternative) => `{\n${alternative.join("\n")}\n}`).join(" | ");
  const shared = members.length === 0 ? "" : `{\n${members.join("\n")}\n} & `;
  return documented(doc, `export type ${name} = ${shared}(${alternatives});`);
}

/** The members that hold a body and its media type, once for each type of body. */
function bodyAlternatives(body: Body): readonly (readonly string[])[] {
  const byType = new Map<string, Content[]>();
  for (const content of body.contents) {
    const type = printType(content.type, documentedProperty);
    byType.set(type, [...(byType.get(type) ?? []), content]);
  }
  const told = isRange(body.contents[0].mediaType);
  const alternatives = [...byType].map(([type, contents], index) => {
    const [first = body.contents[0], ...rest] = contents;
    const doc = bodyDoc({ ...body, contents: [first, ...rest] });
    // Who leaves the body out has no alternative to choose.
    const optional = !body.required && index === 0 && !told;
    const member = documented(doc, `body${optional ? "?" : ""}: ${type};`);
    return [member].concat(mediaTypeMember(body, contents, index === 0 && !told));
  });
  return told && !body.required ? [["body?: never;"], ...alternatives] : alternatives;
}

function mediaTypeMember(
  { mediaTypeArgument, contents: [main] }: Body,
  contents: readonly Content[],
  optional: boolean,
): readonly string[] {
  if (mediaTypeArgument === undefined) return [];
  const types = new Set(contents.map(({ mediaType }) => mediaTypeType(mediaType)));
  const text = optional
    ? `Media type of the body. Default: ${codeSpan(main.mediaType)}.`
    : "Media type of the body.";
  const name = `${propertyName(mediaTypeArgument)}${optional ? "?" : ""}`;
  return [documented(prose(text), `${name}: ${[...types].join(" | ")};`)];
}

/** A range stands for whatever can be in the place of its star. */
function mediaTypeType(mediaType: string): string {
  return isRange(mediaType) ? templateType(mediaType.split("*")) : literal(mediaType);
}
