import type { Content, Json, Operation } from "@keysmith/generator";
import type { Exchange } from "@keysmith/mock";
import type { Bench } from "../bench.ts";
import { schemaOfParameter } from "../cells/negative.ts";
import type { Fault } from "../judge/validator.ts";
import { essence, fieldsOf } from "./body.ts";
import { readParameter } from "./parameter.ts";
import { plainType } from "./read-back.ts";
import { wireOf } from "./wire.ts";

/** What a request breaks, in the words of the document: `query limit`, `body`. */
export interface RequestFault {
  readonly where: string;
  readonly message: string;
}

/** Judges the bytes of a request by the schemas of the document, without the mock's validator. */
export async function requestFaults(
  bench: Bench,
  operation: Operation,
  exchange: Exchange,
): Promise<readonly RequestFault[]> {
  const wire = wireOf(operation, exchange);
  if (wire === undefined) return [{ where: "path", message: "does not fit the document's" }];
  const { api, document } = bench;
  const faults: RequestFault[] = [];
  for (const parameter of operation.parameters) {
    const where = `${parameter.in} ${parameter.name}`;
    const value = readParameter(parameter, plainType(api, parameter.type), wire);
    if (value === undefined) {
      if (parameter.required) faults.push({ where, message: "is missing" });
      continue;
    }
    const schema = schemaOfParameter({ document, operation }, parameter);
    if (schema !== undefined) faults.push(...judged(bench, where, schema.pointer, value, true));
  }
  return [...faults, ...(await bodyFaults(bench, operation, exchange))];
}

async function bodyFaults(
  bench: Bench,
  operation: Operation,
  exchange: Exchange,
): Promise<readonly RequestFault[]> {
  const { body } = operation;
  if (body === undefined) return [];
  if (exchange.body.length === 0) return body.required ? [{ where: "body", message: "is missing" }] : [];
  const type = exchange.headers.get("content-type") ?? "";
  const content = body.contents.find(({ mediaType }) => fits(essence(type), essence(mediaType)));
  if (content === undefined) return [{ where: "body", message: `comes as ${type}` }];
  const owner = bench.document.follow(bench.document.at(operation.pointer, "requestBody"));
  const schema = owner && bench.document.at(owner.pointer, "content", content.mediaType, "schema");
  if (schema === undefined || content.kind === "binary") return [];
  try {
    const value = await valueOf(content, exchange, type, listsOf(bench, content));
    return judged(bench, "body", schema.pointer, value, content.kind !== "json");
  } catch (error) {
    return [{ where: "body", message: `cannot be read: ${String(error)}` }];
  }
}

function fits(mediaType: string, range: string): boolean {
  return mediaType === range || (range.includes("*") && mediaType.startsWith(range.replace(/\*.*/, "")));
}

async function valueOf(
  { kind }: Content,
  exchange: Exchange,
  type: string,
  lists: ReadonlySet<string>,
): Promise<unknown> {
  const text = new TextDecoder().decode(exchange.body);
  if (kind === "json") return JSON.parse(text);
  if (kind !== "form" && kind !== "multipart") return text;
  const fields = await fieldsOf(kind, exchange, type);
  return Object.fromEntries(
    [...fields].map(([name, values]) => [name, lists.has(name) || values.length > 1 ? values : values[0]]),
  );
}

/** Fields that are lists, though there may be only one item. */
function listsOf({ api }: Bench, { type }: Content): ReadonlySet<string> {
  const plain = plainType(api, type);
  const properties = plain.kind === "object" ? plain.properties : [];
  return new Set(
    properties.filter((property) => plainType(api, property.type).kind === "array").map(({ name }) => name),
  );
}

function judged(
  { validator }: Bench,
  where: string,
  pointer: string,
  value: unknown,
  text: boolean,
): readonly RequestFault[] {
  const faults: readonly Fault[] = validator.faults(pointer, value as Json, { direction: "request", text });
  return faults.map(({ message }) => ({ where, message }));
}
