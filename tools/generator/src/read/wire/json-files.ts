import { childOf } from "../../load/grammar.ts";
import { isList, isObject, type JsonObject, mapMembers, member } from "../../load/json.ts";
import { targetOf } from "../../load/reference.ts";
import { type Node, nodesOf } from "../../load/walk.ts";
import type { Json } from "../model.ts";
import { carrierOf, file, text } from "./carrier.ts";

/** Schemas of files, `format: binary`, that stand where no file can travel. */
export interface JsonFiles {
  /** Within JSON or a parameter: there such a value is text. */
  readonly inJson: ReadonlySet<JsonObject>;
  /** Those of them that are fields of a form as well, and files there. */
  readonly inForms: ReadonlySet<JsonObject>;
}

const known = new WeakMap<JsonObject, JsonFiles>();

/** JSON has no files, though frameworks write `format: binary` for any bytes. */
export function jsonFilesOf(document: JsonObject): JsonFiles {
  const files = known.get(document) ?? find(document);
  known.set(document, files);
  return files;
}

/** The document with text in place of those files, and either in place of those that forms have too. */
export function withoutJsonFiles(document: JsonObject): JsonObject {
  const { inJson, inForms } = jsonFilesOf(document);
  if (inJson.size === 0) return document;
  const changed = (value: Json): Json => {
    if (isList(value)) {
      const items = value.map(changed);
      return items.some((item, index) => item !== value[index]) ? items : value;
    }
    if (!isObject(value)) return value;
    if (!inJson.has(value)) return mapMembers(value, changed);
    const { format: _, type, ...said } = value;
    return inForms.has(value) ? { ...said, anyOf: [file, text] } : { ...said, type: type ?? "string" };
  };
  const result = changed(document);
  return isObject(result) ? result : document;
}

/** What a schema describes: a body of JSON, a value within JSON, a form, or a field of one. */
type Role = "body" | "value" | "form" | "field";

function find(document: JsonObject): JsonFiles {
  const nodes = nodesOf(document);
  const [inJson, fields] = [new Set<JsonObject>(), new Set<JsonObject>()];
  if (!nodes.get("schema")?.some(isWithin)) return { inJson, inForms: fields };
  const seen: Readonly<Record<Role, Set<Json>>> = {
    body: new Set(),
    value: new Set(),
    form: new Set(),
    field: new Set(),
  };
  const pending: (readonly [Json | undefined, Role])[] = [];
  for (const { value, place } of nodes.get("mediaType") ?? []) {
    const carrier = carrierOf(place?.key ?? "");
    if (carrier === "json") pending.push([member(value, "schema"), "body"]);
    if (carrier === "form" || carrier === "multipart") pending.push([member(value, "schema"), "form"]);
  }
  for (const kind of ["parameter", "header"] as const)
    for (const { value } of nodes.get(kind) ?? []) pending.push([member(value, "schema"), "value"]);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [schema, role] = next;
    if (!isObject(schema) || seen[role].has(schema)) continue;
    seen[role].add(schema);
    if (isFile(schema) && role === "value") inJson.add(schema);
    if (isFile(schema) && role === "field") fields.add(schema);
    const reference = member(schema, "$ref");
    if (typeof reference === "string") pending.push([targetOf(document, reference)?.value, role]);
    for (const [keyword, part] of partsOf(schema)) pending.push([part, roleOf(keyword, role)]);
  }
  return { inJson, inForms: new Set([...fields].filter((one) => inJson.has(one))) };
}

/** Nearly all files are whole bodies. */
function isWithin({ value, place }: Node): boolean {
  return isFile(value) && place?.parent?.parent?.key !== "content";
}

function isFile(schema: JsonObject): boolean {
  return member(schema, "format") === "binary";
}

/** Of a part of a schema. Lists are fields as often as they have items; whatever else a field holds is written as JSON. */
function roleOf(keyword: string, role: Role): Role {
  if (COMBINING.has(keyword)) return role;
  if (role === "form" && keyword === "properties") return "field";
  return role === "field" && keyword === "items" ? "field" : "value";
}

const COMBINING: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf"]);

function* partsOf(schema: JsonObject): Iterable<readonly [keyword: string, part: Json]> {
  for (const [keyword, value] of Object.entries(schema)) {
    const shape = childOf("schema", keyword)?.shape;
    if (shape === "one") yield [keyword, value];
    else if (shape === "list" && isList(value)) for (const part of value) yield [keyword, part];
    else if (shape === "map" && isObject(value))
      for (const part of Object.values(value)) yield [keyword, part];
  }
}
