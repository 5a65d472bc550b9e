import type { Operation, Response } from "@keysmith/generator";
import type { Cell } from "./cell.ts";
import type { Locate } from "./cells.ts";

/** One cell per fact that the compiler has to prove, and per call that it has to refuse. */
export function typeCells(operation: Operation, locate: Locate): readonly Cell[] {
  const { parameters, body, pointer } = operation;
  const takesArguments = parameters.length > 0 || body !== undefined;
  const required = parameters.filter((parameter) => parameter.required).map(({ argument }) => argument);
  if (body?.required === true) required.push("body");
  // Anything is of an unknown type.
  const typed = parameters.filter(({ type }) => type.kind !== "unknown").map(({ argument }) => argument);
  const failing = operation.responses.filter(isFailure);
  const cell = (what: string, proof: string, place = pointer): Cell => ({
    kind: "type",
    operation,
    title: `type: ${what}`,
    pointer: place,
    proof,
  });
  const refused = (proof: string): Cell => cell(`refuses a call: ${proof}`, proof);
  return [
    ...(takesArguments ? [cell("the arguments", "arguments")] : []),
    cell("the data", "data"),
    ...failing.map(({ status }) =>
      cell(`the body of error ${status}`, `error ${status}`, locate("responses", String(status))),
    ),
    ...(failing.length > 0 ? [cell("no other errors", "errors")] : []),
    ...(required.length > 0 ? [refused("Arguments are required.")] : []),
    ...required.map((name) => refused(`${JSON.stringify(name)} is required.`)),
    ...(takesArguments ? [refused("There is no such argument.")] : []),
    ...[...typed, ...(body?.mediaTypeArgument === undefined ? [] : [body.mediaTypeArgument])].map((name) =>
      refused(`${JSON.stringify(name)} is of another type.`),
    ),
    refused("There is no such option."),
  ];
}

/** Answers that calls throw. */
function isFailure({ status }: Response): boolean {
  return typeof status === "number" ? status >= 400 : ["4XX", "5XX", "default"].includes(status);
}
