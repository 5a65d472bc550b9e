import { member } from "@keysmith/generator";
import type { Value } from "../change.ts";
import type { Rule } from "../rule.ts";

/** What a call consists of: parameters, bodies and statuses. */
export const callRules: readonly Rule[] = [
  {
    // Redocly looks at each word alone: `style: form` written out is breaking to it.
    name: "wire/same-serialization",
    because: "What is written out is what holds without it.",
    rate: ({ typeName, property, was, is }) => {
      if (typeName !== "Parameter" || (property !== "style" && property !== "explode")) return undefined;
      return styleOf(was) === styleOf(is) ? "none" : undefined;
    },
  },
  {
    // Redocly calls any change of it breaking.
    name: "wire/empty-allowed",
    because: "Calls may now do what they could not.",
    rate: ({ property, is }) =>
      property === "allowEmptyValue" && member(is, "allowEmptyValue") === true ? "minor" : undefined,
  },
  {
    // Redocly knows it of parameters, but not of the first ones of an operation, nor of bodies.
    name: "wire/required-added",
    because: "Old calls lack what is required now.",
    rate: ({ kind, typeName, is, inRequest }) =>
      kind === "added" && inRequest && requires(typeName, is) ? "major" : undefined,
  },
  {
    // Redocly does not look into the flows of a scheme.
    name: "wire/token-address",
    because: "Old clients ask for tokens where they are given no more.",
    rate: ({ property }) => (property === "tokenUrl" || property === "refreshUrl" ? "major" : undefined),
  },
  {
    // To Redocly another status is an addition.
    name: "wire/second-success",
    because: "Who read the one success now has to tell two apart.",
    rate: ({ kind, typeName, after, holderBefore }) => {
      if (typeName !== "Response" || kind !== "added" || !isSuccess(after?.pointer, holderBefore)) {
        return undefined;
      }
      return Object.keys(holderBefore ?? {}).some((status) => status.startsWith("2")) ? "major" : undefined;
    },
  },
  {
    // Redocly calls any status breaking that goes.
    name: "wire/error-status-removed",
    because: "It is a failure that nobody meets any more under this status.",
    rate: ({ kind, typeName, property, before, after, holderBefore }) => {
      const goes = kind === "removed" || (kind === "modified" && property === "key");
      if (typeName !== "Response" || !goes) return undefined;
      const success = [before, after].some((side) => isSuccess(side?.pointer, holderBefore));
      return success ? undefined : "minor";
    },
  },
];

/** A status 2xx; the default answer where there is none. */
function isSuccess(pointer: string | undefined, responses: Value): boolean {
  const status = pointer?.split("/").at(-1) ?? "";
  if (status !== "default") return status.startsWith("2");
  return !Object.keys(responses ?? {}).some((one) => one.startsWith("2"));
}

function requires(typeName: string, value: Value): boolean {
  if (typeName === "ParameterList")
    return Array.isArray(value) && value.some((one) => requires("Parameter", one));
  return (typeName === "Parameter" || typeName === "RequestBody") && member(value, "required") === true;
}

function styleOf(parameter: Value): string {
  const place = member(parameter, "in");
  const style = member(parameter, "style") ?? (place === "query" || place === "cookie" ? "form" : "simple");
  return JSON.stringify([style, member(parameter, "explode") ?? style === "form"]);
}
