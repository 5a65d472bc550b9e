import type { Api, Json, Operation, Pagination, Parameter, SecurityAlternative } from "../../read/model.ts";
import { isChoice, ownServers } from "../servers.ts";
import { baseUrl } from "./api-definition.ts";
import { listLiteral, literal, literals, objectLiteral } from "./literal.ts";
import { bodyWriter, mediaTypeHeader } from "./body-definition.ts";
import { parameterDefinition } from "./parameter-definition.ts";
import { successes } from "./shape.ts";

type JsonObject = Readonly<Record<string, Json>>;

/**
 * What the runtime has to know of an operation: the source of its `OperationDefinition`. Whatever the runtime assumes
 * anyway is left out, so that a reader sees only what is special and a bundle carries little.
 */
export function operationDefinition(api: Api, operation: Operation): string {
  const { body, pagination } = operation;
  return objectLiteral({
    ...literals({ id: operation.id, method: operation.method, path: operation.path }),
    baseUrl: baseUrl("/* @__PURE__ */ ownServer", ownServers(api, operation) ?? []),
    query: parametersIn(api, operation, "query"),
    header: parametersIn(api, operation, "header", mediaTypeHeader(body)),
    cookie: parametersIn(api, operation, "cookie"),
    pathStyles: pathStyles(api, operation),
    ...literals({
      body: body === undefined ? undefined : oneOrAll(body.contents.map((content) => content.mediaType)),
    }),
    writeBody: bodyWriter(operation),
    ...literals({
      accept: acceptedTypes(operation),
      security: ownSecurity(operation, api.security),
      idempotent: operation.idempotent,
      pagination: pagination === undefined ? undefined : paging(pagination),
    }),
  });
}

/** Whether the operation has servers of its own to choose from. */
export function needsOwnServer(api: Api, operation: Operation): boolean {
  return isChoice(ownServers(api, operation) ?? []);
}

/** Alternatives by the names of their schemes, the runtime's `SecurityDefinition`. */
export function securityDefinition(
  alternatives: readonly SecurityAlternative[],
): readonly (readonly string[])[] {
  return alternatives.map((alternative) => alternative.map(({ scheme }) => scheme));
}

/** The members that are there; `undefined` ones are what the runtime assumes. */
export function present(members: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function parametersIn(
  api: Api,
  operation: Operation,
  location: Parameter["in"],
  more: readonly string[] = [],
): string | undefined {
  const found = operation.parameters.filter((parameter) => parameter.in === location);
  const all = [...found.map((parameter) => parameterDefinition(api, parameter)), ...more];
  return all.length === 0 ? undefined : listLiteral(all);
}

/** The template already names the path's parameters; only those it does not describe fully are listed. */
function pathStyles(api: Api, operation: Operation): string | undefined {
  const special = operation.parameters.flatMap((parameter) => {
    if (parameter.in !== "path") return [];
    const definition = parameterDefinition(api, parameter);
    return definition === literal(parameter.name) ? [] : [definition];
  });
  return special.length === 0 ? undefined : listLiteral(special);
}

/** Successes decide: an error body is read whatever its type. */
function acceptedTypes(operation: Operation): string | undefined {
  const types = successes(operation).flatMap((response) =>
    response.contents.map((content) => content.mediaType),
  );
  const accept = [...new Set(types)].join(", ");
  return accept === "" || accept === "application/json" ? undefined : accept;
}

function ownSecurity(
  operation: Operation,
  root: readonly SecurityAlternative[] | undefined,
): Json | undefined {
  if (!operation.ownSecurity) return undefined;
  const own = securityDefinition(operation.security);
  return JSON.stringify(own) === JSON.stringify(securityDefinition(root ?? [])) ? undefined : own;
}

function paging(pagination: Pagination): Json {
  const { item: _type, ...data } = pagination;
  return present(data);
}

function oneOrAll(mediaTypes: readonly string[]): Json {
  const [only, ...others] = mediaTypes;
  return only !== undefined && others.length === 0 ? only : mediaTypes;
}
