import type { Api, Json, Operation, Type } from "@keysmith/generator";
import type { Exchange } from "@keysmith/mock";
import type { Arguments } from "../cells/cell.ts";
import type { Finding } from "../finding.ts";
import { readParameter } from "./parameter.ts";
import { wireOf, type Wire } from "./wire.ts";

/**
 * The second oracle: reads the bytes of a request by the rules of the document, and compares what comes out with the
 * arguments that went in. Prism does not see swapped values, cookies, or lists it cannot take apart.
 */
export function judgeParameters(
  api: Api,
  operation: Operation,
  args: Arguments,
  exchange: Exchange,
): readonly Finding[] {
  const wire = wireOf(operation, exchange);
  if (wire === undefined) {
    return [
      {
        culprit: "client",
        message: "the path does not fit the document's",
        expected: operation.path,
        got: exchange.target,
      },
    ];
  }
  const findings: Finding[] = [];
  for (const parameter of operation.parameters) {
    const expected = text(args.get(parameter.argument));
    const got = readParameter(parameter, plainType(api, parameter.type), wire);
    if (JSON.stringify(got) === JSON.stringify(expected)) continue;
    const message = `the ${parameter.in} parameter ${parameter.name} does not arrive as it was given`;
    findings.push({ culprit: "client", message, expected, got });
  }
  return [...findings, ...unknownNames(api, operation, wire)];
}

/** Findings where the query holds what the document does not know. */
function unknownNames(api: Api, operation: Operation, { query }: Wire): readonly Finding[] {
  const known = new Set<string>();
  for (const scheme of api.schemes)
    if (scheme.kind === "apiKey" && scheme.in === "query") known.add(scheme.parameter);
  for (const { name, in: where, type } of operation.parameters) {
    if (where !== "query") continue;
    known.add(name);
    // An exploded object travels under names of its own.
    const plain = plainType(api, type);
    if (plain.kind === "object") for (const property of plain.properties) known.add(property.name);
  }
  return query
    .filter(([name]) => !known.has(name) && !known.has(name.split("[")[0] ?? ""))
    .map(([name]) => ({
      culprit: "client",
      message: `the query holds ${name}, which the document does not know`,
    }));
}

/** A type without the names in between, and without null beside it. */
export function plainType(api: Api, type: Type): Type {
  if (type.kind === "reference") {
    const named = api.schemas.find((schema) => schema.name === type.name);
    return named === undefined ? type : plainType(api, named.type);
  }
  if (type.kind !== "union") return type;
  const [only, ...others] = type.members.filter((member) => member.kind !== "null");
  return only === undefined || others.length > 0 ? type : plainType(api, only);
}

/** A value as it looks after a journey as text: every scalar a string. */
function text(value: Json | undefined): unknown {
  if (value === undefined) return undefined;
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return value.map(text);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, text(inner)]));
}
