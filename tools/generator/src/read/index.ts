import { isObject, type JsonObject, member } from "../load/json.ts";
import type { Source } from "../load/index.ts";
import { booleanAt, listAt, objectAt, scalarAt, textAt } from "./document.ts";
import { facetsOf } from "./facets.ts";
import { type IncomingRoute, incomingRoutes, namedCall, readIncoming } from "./incoming.ts";
import type { Api, NamedSchema, Tag } from "./model.ts";
import { settleNames } from "./names.ts";
import { normalForm } from "./normal/index.ts";
import { externalDocsOf } from "./external-docs.ts";
import { readOperation, tagsOf } from "./operation.ts";
import type { Reading } from "./reading.ts";
import { type Route, routeKey, routesOf } from "./route.ts";
import { schemesOf, securityOf } from "./security.ts";
import { sensitiveNames } from "./sensitive.ts";
import { serversOf } from "./server.ts";
import { namedType } from "./type.ts";

export { normalForm } from "./normal/index.ts";

/**
 * Turns a document into the model. Total on documents that `check` has passed; of others it makes what it can.
 *
 * @param name - Short name of the API, `automox`; the package's names are made from it.
 */
export function read(source: Source, name: string): Api {
  const root = normalForm(source.document);
  const info = objectAt(root, "info");
  const routes = placedRoutes(source.document, root);
  const tagNames = tagNamesOf(root, routes);
  const incoming = incomingRoutes(root, routes);
  const reading = begin(root, name, routes, tagNames, incoming);
  const security = securityOf(root);
  const servers = serversOf(root);
  const operations = routes.map((route) => readOperation(reading, route, security, servers));
  const schemas = [...reading.schemas.keys()].map((key) => readSchema(reading, key));
  return {
    name,
    typeName: reading.names.typeName,
    title: textAt(info, "title") ?? name,
    version: scalarAt(info, "version") ?? "",
    summary: textAt(info, "summary"),
    description: textAt(info, "description"),
    termsOfService: textAt(info, "termsOfService"),
    contact: contactOf(info),
    licence: licenceOf(info),
    externalDocs: externalDocsOf(root),
    servers,
    schemes: schemesOf(root),
    security,
    tags: readTags(reading, tagNames),
    operations,
    incoming: readIncoming(reading, incoming),
    schemas,
    sensitiveProperties: sensitiveNames(source.document, operations),
  };
}

/** Routes as the normal form has them, with the places where the document has them. */
function placedRoutes(document: JsonObject, root: JsonObject): readonly Route[] {
  const pointers = new Map(routesOf(document).map((route) => [routeKey(route), route.operation.pointer]));
  return routesOf(root).map((route) => {
    const { method, path, item, operation } = route;
    const pointer = pointers.get(routeKey(route)) ?? operation.pointer;
    return { method, path, item, operation: { value: operation.value, pointer } };
  });
}

function begin(
  root: JsonObject,
  api: string,
  routes: readonly Route[],
  tags: readonly string[],
  incoming: readonly IncomingRoute[],
): Reading {
  const schemas = new Map<string, JsonObject | boolean>();
  for (const [key, schema] of Object.entries(objectAt(objectAt(root, "components"), "schemas") ?? {})) {
    if (isObject(schema) || typeof schema === "boolean") schemas.set(key, schema);
  }
  const operations = routes.map((route) => ({
    key: routeKey(route),
    id: textAt(route.operation.value, "operationId"),
    method: route.method,
    path: route.path,
  }));
  const calls = incoming.map(namedCall);
  const names = settleNames({ api, operations, schemas: [...schemas.keys()], tags, calls });
  return {
    root,
    names,
    operationIds: new Map(
      operations.flatMap(({ key, id }) => (id === undefined ? [] : [[id, key] as const])),
    ),
    schemas,
    keys: new Map([...names.schemas].map(([key, name]) => [name, key])),
    inline: new WeakMap(),
  };
}

function readSchema(reading: Reading, key: string): NamedSchema {
  const value = reading.schemas.get(key);
  const schema = isObject(value) ? value : undefined;
  const { constraints, examples } = facetsOf(reading, schema);
  return {
    key,
    name: reading.names.schemas.get(key) ?? key,
    description: textAt(schema, "description"),
    deprecated: booleanAt(schema, "deprecated") === true,
    externalDocs: externalDocsOf(schema),
    type: namedType(reading, key) ?? { kind: "unknown" },
    constraints,
    examples,
  };
}

/** Declared tags first, then those that operations use without declaring them. */
function tagNamesOf(root: JsonObject, routes: readonly Route[]): readonly string[] {
  const declared = (listAt(root, "tags") ?? []).flatMap((tag) =>
    isObject(tag) ? (textAt(tag, "name") ?? []) : [],
  );
  return [...new Set([...declared, ...routes.flatMap(({ operation }) => tagsOf(operation.value))])];
}

function readTags({ root, names }: Reading, tagNames: readonly string[]): readonly Tag[] {
  const declared = new Map<string | undefined, JsonObject>();
  for (const tag of listAt(root, "tags") ?? []) if (isObject(tag)) declared.set(textAt(tag, "name"), tag);
  return tagNames.map((name) => {
    const tag = declared.get(name) ?? {};
    return {
      name,
      slug: names.slugs.get(name) ?? name,
      description: textAt(tag, "description"),
      externalDocs: externalDocsOf(tag),
    };
  });
}

function contactOf(info: JsonObject | undefined): Api["contact"] {
  const contact = objectAt(info, "contact");
  return contact && pick(contact, ["name", "url", "email"]);
}

function licenceOf(info: JsonObject | undefined): Api["licence"] {
  const licence = objectAt(info, "license");
  const name = textAt(licence, "name");
  return licence && name !== undefined ? { name, ...pick(licence, ["identifier", "url"]) } : undefined;
}

function pick<Name extends string>(object: JsonObject, names: readonly Name[]): { [_ in Name]?: string } {
  const picked: { [_ in Name]?: string } = {};
  for (const name of names) {
    const value = member(object, name);
    if (typeof value === "string") picked[name] = value;
  }
  return picked;
}
