import { isObject, type JsonObject, member } from "../load/json.ts";
import { parsePointer, percentDecode } from "../load/pointer.ts";
import { membersAt, textAt } from "./document.ts";
import type { Json, Link } from "./model.ts";
import type { Reading } from "./reading.ts";

/** Where an answer leads; links to what is no operation of this document are left out. */
export function linksOf(reading: Reading, response: JsonObject): readonly Link[] {
  return membersAt(response, "links").flatMap(([, link]) => {
    if (!isObject(link)) return [];
    const key = targetOf(reading, link);
    const target = key === undefined ? undefined : reading.names.operations.get(key);
    if (target === undefined) return [];
    const parameters = membersAt(link, "parameters").map(([name, value]) => ({
      // The location is told where a name is used twice.
      argument: name.replace(/^(?:path|query|header|cookie)\./, ""),
      value: valueText(value),
    }));
    const body = member(link, "requestBody");
    const values = [
      ...parameters,
      ...(body === undefined ? [] : [{ argument: "body", value: valueText(body) }]),
    ];
    return [{ operation: target.name, description: textAt(link, "description"), values }];
  });
}

/** Key of the route a link names. */
function targetOf({ operationIds }: Reading, link: JsonObject): string | undefined {
  const id = textAt(link, "operationId");
  if (id !== undefined) return operationIds.get(id);
  const reference = textAt(link, "operationRef");
  return reference === undefined ? undefined : referredRoute(reference);
}

/** `#/paths/~1keys~1{id}/get` -> `GET /keys/{id}`. */
export function referredRoute(reference: string): string | undefined {
  if (!reference.startsWith("#/paths/")) return undefined;
  const [, path, method, ...deeper] = parsePointer(percentDecode(reference));
  return path === undefined || method === undefined || deeper.length > 0
    ? undefined
    : `${method.toUpperCase()} ${path}`;
}

function valueText(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
