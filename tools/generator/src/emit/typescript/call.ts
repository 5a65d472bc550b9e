import { isOfType, sampleArguments } from "../../read/sample.ts";
import type { Api, Json, Operation, Type } from "../../read/model.ts";
import { resolved } from "../schema-type.ts";
import { codeWidth, group, keyed, literal, type Printer } from "./literal.ts";
import {
  clientVariable,
  requiresArguments,
  resultType,
  returnType,
  successes,
  takesArguments,
  variable,
} from "./shape.ts";

/** The method as it stands on the client: `deleteKey(args: DeleteKeyArgs, options?: CallOptions): ApiCall<void>`. */
export function signature(operation: Operation): string {
  return `${operation.name}(${parameterList(operation).join(", ")}): ${returnType(operation)}`;
}

/** Parameters of the method, of which the free function has the client in front. */
export function parameterList(operation: Operation): readonly string[] {
  const args = `args${requiresArguments(operation) ? "" : "?"}: ${operation.typeName}Args`;
  return takesArguments(operation) ? [args, "options?: CallOptions"] : ["options?: CallOptions"];
}

/**
 * A call as a reader would type it, with values the document gives: a constant named for what it holds, or a loop over
 * the items of a paged list.
 *
 * @param which - Only the arguments that are required, or all of them.
 */
export function callExample(api: Api, operation: Operation, which: "required" | "all"): string {
  const client = clientVariable(api);
  if (operation.pagination !== undefined) {
    const item = otherThan(client, referenceVariable(operation.pagination.item) ?? "item", "item");
    const [open, close] = [`for await (const ${item} of `, ".items()) {"];
    return `${open}${callText(api, operation, which, codeWidth - open.length - close.length)}${close}\n  console.log(${item});\n}`;
  }
  const result = resultVariable(operation);
  const open = result === undefined ? "await " : `const ${otherThan(client, result, "result")} = await `;
  return `${open}${callText(api, operation, which, codeWidth - open.length - 1)};`;
}

/** The call with what it needs, then with everything it takes, if that is more. */
export function callExamples(api: Api, operation: Operation): readonly [string, ...string[]] {
  const required = callExample(api, operation, "required");
  const all = callExample(api, operation, "all");
  return all === required ? [required] : [required, all];
}

/**
 * The call alone, `automox.deleteUserApiKey({ … })`, or as a free function, `deleteUserApiKey(client, { … })`.
 *
 * @param room - Columns available on its first line; arguments that need more are spread over lines. Default: one line.
 */
export function callText(
  api: Api,
  operation: Operation,
  which: "required" | "all",
  room: number = Number.POSITIVE_INFINITY,
  form: "method" | "function" = "method",
): string {
  const values = sampleArguments(api, operation, which);
  const comma = form === "function" && values.size > 0 ? ", " : "";
  const open =
    form === "function" ? `${operation.name}(client${comma}` : `${clientVariable(api)}.${operation.name}(`;
  if (values.size === 0) return `${open})`;
  const members = [...values].map(([name, value]) => {
    const type = argumentType(operation, name);
    // What nothing can be is asked for all the same; the call compiles, and shows that it cannot be made.
    const impossible = value === null && !isOfType(api, type, value);
    return keyed(name, (...columns) =>
      impossible ? "null as never" : valueText(api, type, value, ...columns),
    );
  });
  return `${open}${group("{", members, "}", room - open.length - 1, Math.max(room, codeWidth))})`;
}

/** A literal, but with a `Blob` where the type is binary: JSON has no files. */
function valueText(api: Api, type: Type, value: Json, room: number, width: number): string {
  const target = resolved(api, type);
  if (target.kind === "binary") {
    return `new Blob([${literal(typeof value === "string" ? value : JSON.stringify(value))}])`;
  }
  if (target.kind === "array" && Array.isArray(value)) {
    const list: readonly Json[] = value;
    const items = list.map(
      (item): Printer =>
        (...columns) =>
          valueText(api, target.items, item, ...columns),
    );
    return group("[", items, "]", room, width);
  }
  if (target.kind === "object" && typeof value === "object" && value !== null && !Array.isArray(value)) {
    const types = new Map(target.properties.map((property) => [property.name, property.type]));
    const members = Object.entries(value).map(([name, member]) => {
      const memberType = types.get(name) ?? { kind: "unknown" };
      return keyed(name, (...columns) => valueText(api, memberType, member, ...columns));
    });
    return group("{", members, "}", room, width);
  }
  return literal(value, room, width);
}

function argumentType(operation: Operation, name: string): Type {
  const parameter = operation.parameters.find((candidate) => candidate.argument === name);
  return parameter?.type ?? operation.body?.contents[0].type ?? { kind: "unknown" };
}

function resultVariable(operation: Operation): string | undefined {
  if (resultType(operation) === "void") return undefined;
  const [only, ...others] = successes(operation);
  const type = others.length === 0 ? only?.contents[0]?.type : undefined;
  if (type?.kind === "array") return plural(referenceVariable(type.items)) ?? "results";
  return (type === undefined ? undefined : referenceVariable(type)) ?? "result";
}

function referenceVariable(type: Type): string | undefined {
  return type.kind === "reference" ? variable(type.name) : undefined;
}

function plural(noun: string | undefined): string | undefined {
  if (noun === undefined) return undefined;
  if (/(?:s|x|z|ch|sh)$/.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

/** A name, or another one where the first is taken. */
export function otherThan(taken: string, wanted: string, otherwise: string): string {
  return wanted === taken ? otherwise : wanted;
}
