import type { Api, Body, Operation, Parameter, Type } from "../../read/model.ts";
import { isRange } from "../../read/wire/carrier.ts";
import { described, type Field, fieldsBelow, fieldsOf } from "./fields.ts";
import { code, line } from "./markdown.ts";
import { phrase } from "./prose.ts";
import { resolved } from "../schema-type.ts";

/** Everything a call takes, and what that consists of. */
export function argumentFields(api: Api, operation: Operation): readonly Field[] {
  const { body, parameters } = operation;
  return [...parameters.flatMap(parameterFields), ...(body === undefined ? [] : bodyFields(api, body))];
}

function parameterFields(parameter: Parameter): readonly Field[] {
  const { argument, name } = parameter;
  const note = argument === name ? undefined : line`Sent as ${code(name)}.`;
  const description = described({ ...parameter, note }, parameter.description);
  return [
    { ...parameter, path: argument, description },
    ...fieldsBelow(parameter.type, argument, parameter.in),
  ];
}

/** The argument that chooses among several media types. */
function mediaTypeFields({ mediaTypeArgument, contents, required }: Body): readonly Field[] {
  if (mediaTypeArgument === undefined) return [];
  const range = contents.find(({ mediaType }) => isRange(mediaType));
  const [{ mediaType: main }] = contents;
  const types = [...new Set(contents.map(({ mediaType }) => mediaType))];
  const members = types.map((value): Type => ({ kind: "literal", value }));
  const note = range === undefined ? line`Default: ${code(main)}.` : line`Any of ${code(range.mediaType)}.`;
  return [
    {
      path: mediaTypeArgument,
      in: "header",
      type: range === undefined && members.length > 1 ? { kind: "union", members } : anyText,
      required: required && range === contents[0],
      constraints: {},
      description: line`Media type of the body. ${note}`,
    },
  ];
}

const anyText: Type = { kind: "string", format: undefined };

/** Of the body also the properties of its named type: they are what a caller has to write. */
function bodyFields(api: Api, body: Body): readonly Field[] {
  const [{ type }] = body.contents;
  const whole: Field = {
    path: "body",
    in: "body",
    type,
    required: body.required,
    constraints: {},
    description: phrase(body.description),
  };
  const named = type.kind === "reference";
  return [
    whole,
    ...(named ? fieldsOf(resolved(api, type), "body.", "body") : fieldsBelow(type, "body", "body")),
    ...mediaTypeFields(body),
  ];
}
