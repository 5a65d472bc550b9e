import type { Api, Body, Operation, Parameter } from "../../read/model.ts";
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
  ];
}
