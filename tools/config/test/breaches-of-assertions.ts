import type { Breach } from "./breach.ts";
import { body, firstParameter, get, key, ok, scheme } from "./good-document.ts";

/** Breaches of the rules `rule/…`. */
export const breachesOfAssertions: readonly Breach[] = [
  {
    rule: "rule/openapi-3.1",
    title: "another version of OpenAPI",
    change: { "#/openapi": "3.2.0" },
    at: "#/openapi",
  },
  {
    rule: "rule/json-schema-dialect",
    title: "no dialect",
    change: { "#/jsonSchemaDialect": undefined },
    at: "#/jsonSchemaDialect",
  },
  {
    rule: "rule/json-schema-dialect",
    title: "another dialect",
    change: { "#/jsonSchemaDialect": "https://spec.openapis.org/oas/3.1/dialect/base" },
    at: "#/jsonSchemaDialect",
  },
  {
    rule: "rule/operation-id-camel-case",
    title: "an operationId in snake case",
    change: { [`${get}/operationId`]: "list_keys" },
    at: `${get}/operationId`,
  },
  {
    rule: "rule/unauthorized-documented",
    title: "no 401",
    change: {
      [`${get}/responses/401`]: undefined,
      [`${get}/responses/404`]: { description: "Nothing is there." },
    },
    at: `${get}/responses`,
  },
  {
    rule: "rule/parameter-description",
    title: "a parameter without a description",
    change: { [`${firstParameter}/description`]: undefined },
    at: `${firstParameter}/description`,
  },
  {
    rule: "rule/parameter-description",
    title: "a parameter with an empty description",
    change: { "#/components/parameters/Tenant/description": "" },
    at: "#/components/parameters/Tenant/description",
  },
  {
    rule: "rule/parameter-example",
    title: "a parameter without an example",
    change: { [`${firstParameter}/example`]: undefined },
    at: firstParameter,
  },
  {
    rule: "rule/no-ignored-header",
    title: "a Content-Type header as a parameter",
    change: { "#/components/parameters/Tenant/name": "Content-Type" },
    at: "#/components/parameters/Tenant/name",
  },
  {
    rule: "rule/header-example",
    title: "a header without an example",
    change: { [`${ok}/headers/x-total/example`]: undefined },
    at: `${ok}/headers/x-total`,
  },
  {
    rule: "rule/body-examples",
    title: "a body without examples",
    change: { [`${body}/examples`]: undefined },
    at: body,
  },
  {
    rule: "rule/example-names",
    title: "an empty map of examples",
    change: { [`${body}/examples`]: {} },
    at: `${body}/examples`,
  },
  {
    rule: "rule/example-names",
    title: "an example in kebab case",
    change: { [`${body}/examples`]: { "no-keys": { value: { keys: [] } } } },
    at: `${body}/examples/no-keys`,
  },
  {
    rule: "rule/no-schema-example",
    title: "the example of OpenAPI 3.0",
    change: { [`${key}/hasSecret/example`]: true },
    at: `${key}/hasSecret/example`,
  },
  {
    rule: "rule/scheme-env",
    title: "a scheme without its variable",
    change: { [`${scheme}/x-env`]: undefined },
    at: `${scheme}/x-env`,
  },
  {
    rule: "rule/scheme-env",
    title: "a variable in lower case",
    change: { [`${scheme}/x-env`]: "keys_api_key" },
    at: `${scheme}/x-env`,
  },
  {
    rule: "rule/scheme-description",
    title: "a scheme without a description",
    change: { [`${scheme}/description`]: "" },
    at: `${scheme}/description`,
  },
];
