import { type JsonObject } from "../load/json.ts";
import { booleanAt, textAt, textsAt } from "./document.ts";
import { externalDocsOf } from "./external-docs.ts";
import type { Operation, SecurityAlternative, Server } from "./model.ts";
import { paginationOf } from "./pagination.ts";
import { parametersOf } from "./parameter.ts";
import type { Reading } from "./reading.ts";
import { responsesOf, sentBodyOf } from "./response.ts";
import { type Route, routeKey } from "./route.ts";
import { securityOf } from "./security.ts";
import { ownServersOf } from "./server.ts";
import { namedType } from "./type.ts";

/** Tag of operations that have none. */
const defaultTag = "default";

/**
 * @param security - What the document requires of operations that do not say otherwise.
 * @param servers - Where the document says they are.
 */
export function readOperation(
  reading: Reading,
  route: Route,
  security: readonly SecurityAlternative[] | undefined,
  servers: readonly Server[],
): Operation {
  const { value: operation, pointer } = route.operation;
  const key = routeKey(route);
  const names = reading.names.operations.get(key) ?? { name: key, typeName: key, mockId: key };
  const ownSecurity = securityOf(operation);
  const parameters = parametersOf(reading, route);
  const responses = responsesOf(reading, operation);
  const taken = parameters.map(({ argument }) => argument);
  return {
    id: textAt(operation, "operationId") ?? names.name,
    mockId: names.mockId,
    name: names.name,
    typeName: names.typeName,
    method: route.method,
    path: route.path,
    pointer,
    tags: tagsOf(operation),
    summary: summaryOf(operation, route.item.value),
    description: textAt(operation, "description") ?? textAt(route.item.value, "description"),
    deprecated: booleanAt(operation, "deprecated") === true,
    externalDocs: externalDocsOf(operation),
    parameters,
    body: sentBodyOf(reading, operation, taken),
    responses,
    security: ownSecurity ?? security ?? [],
    servers: ownServersOf(operation, route.item.value, servers),
    ownSecurity: ownSecurity !== undefined,
    idempotent: booleanAt(operation, "x-idempotent"),
    pagination: paginationOf(operation, parameters, responses, (name) => {
      const schema = reading.keys.get(name);
      return schema === undefined ? undefined : namedType(reading, schema);
    }),
  };
}

/** Shown as a line of its own, so without the line break that many end with. */
export function summaryOf(operation: JsonObject, item: JsonObject): string | undefined {
  return (textAt(operation, "summary") ?? textAt(item, "summary"))?.trim();
}

export function tagsOf(operation: JsonObject): readonly [string, ...string[]] {
  const [first = defaultTag, ...others] = new Set(textsAt(operation, "tags"));
  return [first, ...others];
}
