import { isObject, tokensOf } from "@keysmith/contract/pointer";
import { type Api, type Json, type Operation, sampleArguments, type Type } from "@keysmith/generator";

/** Properties that people name things by: a value made up for this run shows whose a record is. */
const LABELS = ["name", "label", "title", "notes", "note", "description", "comment"];

export interface CreateBody {
  readonly body: Json | undefined;
  /** Property that holds the mark of this run; undefined where none can. */
  readonly label: string | undefined;
}

/** The smallest body a document shows for a new record, with the mark of this run where a text may be chosen freely. */
export function createBody(api: Api, operation: Operation, mark: string): CreateBody {
  const body = smallestBody(api, operation);
  const content = operation.body?.contents[0];
  if (content?.kind !== "json" || (body !== undefined && !isObject(body))) return { body, label: undefined };
  const texts = textProperties(api, content.type);
  const label = LABELS.find((name) => texts.has(name));
  if (label === undefined) return { body, label };
  return { body: { ...body, [label]: mark }, label };
}

/** The smallest body a document shows for a change. */
export function smallestBody(api: Api, operation: Operation): Json | undefined {
  if (operation.body === undefined) return undefined;
  return (
    sampleArguments(api, operation, "required").get("body") ??
    sampleArguments(api, operation, "all").get("body")
  );
}

/** A copy of a body that names a record, at a JSON pointer. */
export function naming(body: Json | undefined, pointer: string, id: Json): Json {
  return inPlace(body, tokensOf(pointer), id);
}

function inPlace(body: Json | undefined, [name, ...rest]: readonly string[], id: Json): Json {
  if (name === undefined) return id;
  const holder = isObject(body) ? body : {};
  return { ...holder, [name]: inPlace(holder[name], rest, id) };
}

function textProperties(api: Api, type: Type): ReadonlySet<string> {
  switch (type.kind) {
    case "reference": {
      const target = api.schemas.find(({ name }) => name === type.name);
      return target === undefined ? new Set() : textProperties(api, target.type);
    }
    case "intersection":
      return new Set(type.members.flatMap((member) => [...textProperties(api, member)]));
    case "object": {
      const free = type.properties.filter(
        ({ type: own, constraints }) =>
          own.kind === "string" &&
          constraints.pattern === undefined &&
          (constraints.maxLength ?? MARK) >= MARK,
      );
      return new Set(free.map(({ name }) => name));
    }
    default:
      return new Set();
  }
}

/** Length of a mark. */
const MARK = 32;
