import type { Breach } from "./breach.ts";
import { body, firstParameter, get, key, ok, page, resource, schemas } from "./good-document.ts";

/** An `x-mock-resource` that has nothing wrong with it. */
const listed = { name: "key", action: "list", identity: "secret", within: { tenant: "tenant" } };

/** Breaches of the rules `keysmith/…`. */
export const breachesOfCode: readonly Breach[] = [
  {
    rule: "keysmith/known-extensions",
    title: "an extension that is not ours",
    change: { [`${get}/x-paginated`]: true },
    at: `${get}/x-paginated`,
  },
  {
    rule: "keysmith/known-extensions",
    title: "our extension in the wrong place",
    change: { [`${firstParameter}/x-sensitive`]: true },
    at: `${firstParameter}/x-sensitive`,
  },
  {
    rule: "keysmith/known-extensions",
    title: "a flag that is a text",
    change: { [`${get}/x-idempotent`]: "no" },
    at: `${get}/x-idempotent`,
  },
  {
    rule: "keysmith/known-extensions",
    title: "a secret marked with a text",
    change: { [`${key}/secret/x-sensitive`]: "yes" },
    at: `${key}/secret/x-sensitive`,
  },
  {
    rule: "keysmith/known-extensions",
    title: "a server's name in capitals",
    change: { "#/servers/1/x-name": "Sandbox" },
    at: "#/servers/1/x-name",
  },
  {
    rule: "keysmith/known-extensions",
    title: "two servers of one name",
    change: { "#/servers/1/x-name": "production" },
    at: "#/servers/1/x-name",
  },
  {
    rule: "keysmith/mock-resource",
    title: "an action that does not exist",
    change: { [resource]: { ...listed, action: "show" } },
    at: resource,
  },
  {
    rule: "keysmith/mock-resource",
    title: "a member of another action",
    change: { [resource]: { ...listed, missing: 404 } },
    at: `${resource}/missing`,
  },
  {
    rule: "keysmith/mock-resource",
    title: "an owner that no parameter names",
    change: { [resource]: { ...listed, within: { tenant: "team" } } },
    at: `${resource}/within`,
  },
  {
    rule: "keysmith/mock-resource",
    title: "a resource that nobody can identify",
    change: { [resource]: { name: "key", action: "list" } },
    at: resource,
  },
  { rule: "keysmith/pagination", title: "not an object", change: { [page]: "page" }, at: page },
  {
    rule: "keysmith/pagination",
    title: "a style that does not exist",
    change: { [`${page}/style`]: "pages" },
    at: page,
  },
  {
    rule: "keysmith/pagination",
    title: "a required member is missing",
    change: { [`${page}/items`]: undefined },
    at: page,
  },
  {
    rule: "keysmith/pagination",
    title: "a member of another style",
    change: { [`${page}/next`]: "/next" },
    at: `${page}/next`,
  },
  {
    rule: "keysmith/pagination",
    title: "a parameter that the operation does not have",
    change: { [`${page}/parameter`]: "pages" },
    at: `${page}/parameter`,
  },
  {
    rule: "keysmith/pagination",
    title: "a parameter that is not in the query",
    change: { [`${page}/limit`]: "tenant" },
    at: `${page}/limit`,
  },
  {
    rule: "keysmith/pagination",
    title: "a first page below zero",
    change: { [`${page}/first`]: -1 },
    at: `${page}/first`,
  },
  {
    rule: "keysmith/pagination",
    title: "pages without the number of the first one",
    change: { [`${page}/first`]: undefined },
    at: page,
  },
  {
    rule: "keysmith/pagination",
    title: "an offset that counts from somewhere",
    change: { [`${page}/style`]: "offset" },
    at: `${page}/first`,
  },
  {
    rule: "keysmith/pagination",
    title: "items that are not there",
    change: { [`${page}/items`]: "/results" },
    at: `${page}/items`,
  },
  {
    rule: "keysmith/pagination",
    title: "items that are not a list",
    change: { [`${page}/items`]: "/total" },
    at: `${page}/items`,
  },
  {
    rule: "keysmith/pagination",
    title: "a pointer without its slash",
    change: { [`${page}/total`]: "total" },
    at: `${page}/total`,
  },
  {
    rule: "keysmith/pagination",
    title: "a next cursor that is not a text",
    change: { [page]: { style: "cursor", parameter: "cursor", items: "/keys", next: "/total" } },
    at: `${page}/next`,
  },
  {
    rule: "keysmith/pagination",
    title: "no answer to take pages from",
    change: { [page]: { style: "link", items: "" }, [`${ok}/content`]: undefined, [schemas]: undefined },
    at: `${page}/items`,
  },
  {
    rule: "keysmith/own-references",
    title: "a reference to another file",
    change: {
      [`${key}/owner/$ref`]: "./good.json#/components/schemas/Owner",
      [`${schemas}/Owner`]: undefined,
    },
    at: `${key}/owner/$ref`,
  },
  {
    rule: "keysmith/named-objects",
    title: "an anonymous object as a property",
    change: {
      [`${key}/owner`]: {
        type: "object",
        description: "Owner of the key.",
        properties: { name: { type: "string", description: "Name of the owner." } },
      },
      [`${schemas}/Owner`]: undefined,
    },
    at: `${key}/owner`,
  },
  {
    rule: "keysmith/named-objects",
    title: "an anonymous object as a body, without a type",
    change: {
      [`${body}/schema`]: {
        properties: { keys: { type: "array", description: "The keys.", items: { $ref: `${schemas}/Key` } } },
      },
      [`${body}/examples/onlyPage/value`]: { keys: [] },
      [`${page}/total`]: undefined,
      [`${schemas}/KeyPage`]: undefined,
      [`${schemas}/Counted`]: undefined,
    },
    at: `${body}/schema`,
  },
  {
    rule: "keysmith/described-schemas",
    title: "a property without a description",
    change: { [`${key}/hasSecret/description`]: undefined },
    at: `${key}/hasSecret`,
  },
  {
    rule: "keysmith/described-schemas",
    title: "a property with an empty description",
    change: { [`${key}/hasSecret/description`]: " " },
    at: `${key}/hasSecret`,
  },
  {
    rule: "keysmith/described-schemas",
    title: "a schema without a description",
    change: { [`${schemas}/KeyPage/description`]: undefined },
    at: `${schemas}/KeyPage`,
  },
  {
    rule: "keysmith/marked-secrets",
    title: "a secret without a mark",
    change: { [`${key}/secret/x-sensitive`]: undefined },
    at: `${key}/secret`,
  },
  {
    rule: "keysmith/marked-secrets",
    title: "a nullable secret with a name in camel case",
    change: { [`${key}/privateKey`]: { type: ["string", "null"], description: "The private key." } },
    at: `${key}/privateKey`,
  },
  {
    rule: "keysmith/marked-secrets",
    title: "a secret as a parameter",
    change: {
      [`${firstParameter}/name`]: "access_token",
      [`${firstParameter}/schema/type`]: "string",
      [`${firstParameter}/example`]: "abc",
      [page]: undefined,
    },
    at: `${firstParameter}/schema`,
  },
  {
    rule: "keysmith/marked-secrets",
    title: "a schema that is a secret as a whole",
    change: {
      [`${schemas}/NewSecret`]: { type: "string", description: "The secret." },
      [`${key}/owner/$ref`]: `${schemas}/NewSecret`,
      [`${schemas}/Owner`]: undefined,
    },
    at: `${schemas}/NewSecret`,
  },
];
