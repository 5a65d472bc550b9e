import { type JsonObject, member } from "../load/json.ts";
import { parsePointer } from "../load/pointer.ts";
import { intersection, union, unknown } from "./combine.ts";
import { numberAt, objectAt, textAt } from "./document.ts";
import type { Pagination, Parameter, Response, Type } from "./model.ts";

/**
 * `x-pagination` of an operation, with arguments in place of wire names and the type of what is listed.
 *
 * @param named - The type of a named schema.
 */
export function paginationOf(
  operation: JsonObject,
  parameters: readonly Parameter[],
  responses: readonly Response[],
  named: (name: string) => Type | undefined,
): Pagination | undefined {
  const said = objectAt(operation, "x-pagination");
  if (said === undefined) return undefined;
  const query = (name: string | undefined): Parameter | undefined =>
    parameters.find((parameter) => parameter.in === "query" && parameter.name === name);
  const parameter = query(textAt(said, "parameter"));
  const items = pointerAt(said, "items") ?? "";
  const item = itemOf(typeAt(pageType(responses), parsePointer(items), named), named);
  const style = member(said, "style");
  switch (style) {
    case "page":
    case "offset": {
      const limit = query(textAt(said, "limit"));
      return {
        style,
        parameter: parameter?.argument ?? textAt(said, "parameter") ?? style,
        first: numberAt(said, "first") ?? firstPage(style, parameter),
        limit: limit?.argument,
        defaultLimit: typeof limit?.default === "number" ? limit.default : undefined,
        items,
        total: pointerAt(said, "total"),
        item,
      };
    }
    case "cursor": {
      const cursor = parameter?.argument ?? textAt(said, "parameter") ?? style;
      return { style, parameter: cursor, items, next: pointerAt(said, "next") ?? "", item };
    }
    case "link":
      return { style, items, item };
    default:
      return undefined;
  }
}

/** Offsets count from 0; pages from where the parameter's default says, else from 1. */
function firstPage(style: "page" | "offset", parameter: Parameter | undefined): number {
  if (style === "offset") return 0;
  return typeof parameter?.default === "number" ? parameter.default : 1;
}

/** A pointer may be empty: the answer itself is meant. */
function pointerAt(said: JsonObject, name: string): string | undefined {
  const pointer = member(said, name);
  return typeof pointer === "string" ? pointer : undefined;
}

function pageType(responses: readonly Response[]): Type {
  const contents = responses
    .filter(({ status }) => status === "2XX" || (typeof status === "number" && status >= 200 && status < 300))
    .flatMap((response) => response.contents);
  return contents.find(({ kind }) => kind === "json")?.type ?? unknown;
}

/** The type at a place inside values of a type. */
function typeAt(
  type: Type,
  [token, ...rest]: readonly string[],
  named: (name: string) => Type | undefined,
): Type {
  if (token === undefined) return type;
  const parts = partsOf(type, named);
  const found = parts.flatMap((part) => {
    switch (part.kind) {
      case "object":
        return part.properties.find((property) => property.name === token)?.type ?? part.additional ?? [];
      case "array":
        return /^\d+$/.test(token) ? part.items : [];
      case "tuple":
        return part.items[Number(token)] ?? [];
      default:
        return [];
    }
  });
  return found.length === 0 ? unknown : typeAt(intersection(found), rest, named);
}

function itemOf(list: Type, named: (name: string) => Type | undefined): Type {
  const items = partsOf(list, named).flatMap((part) => {
    if (part.kind === "array") return part.items;
    return part.kind === "tuple" ? part.items : [];
  });
  return items.length === 0 ? unknown : union(items);
}

/** What a type consists of, looking through references, intersections and unions (a list that may be null). */
function partsOf(
  type: Type,
  named: (name: string) => Type | undefined,
  through: ReadonlySet<string> = new Set(),
): readonly Type[] {
  switch (type.kind) {
    case "reference": {
      const target = through.has(type.name) ? undefined : named(type.name);
      return target === undefined ? [] : partsOf(target, named, new Set([...through, type.name]));
    }
    case "union":
    case "intersection":
      return type.members.flatMap((part) => partsOf(part, named, through));
    default:
      return [type];
  }
}
