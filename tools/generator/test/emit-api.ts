import type { Api, NamedSchema, Operation, Parameter, Property, Response, Type } from "../src/read/model.ts";
import type { Target } from "../src/emit/target.ts";

/** Models made by hand, for what no document would get past `check`, or would need much of to say little. */

export const workspace: Target = {
  packageName: "@keysmith/sample",
  kind: "workspace",
  version: "0.1.0",
  runtime: "workspace:^",
  mock: "workspace:^",
};

export const standalone: Target = {
  ...workspace,
  packageName: "sample",
  kind: "standalone",
  runtime: "^0.1.0",
  mock: "^0.1.0",
};

export function apiOf(parts: Partial<Api>): Api {
  return {
    name: "sample",
    typeName: "Sample",
    title: "Sample API",
    version: "1.0.0",
    summary: undefined,
    description: undefined,
    termsOfService: undefined,
    contact: undefined,
    licence: undefined,
    externalDocs: undefined,
    servers: [{ name: undefined, url: "https://api.example.com", description: undefined, variables: [] }],
    schemes: [],
    security: undefined,
    tags: [{ name: "default", slug: "default", description: undefined, externalDocs: undefined }],
    operations: [],
    incoming: { typeNames: { webhook: "Webhooks", callback: "Callbacks" }, calls: [] },
    schemas: [],
    sensitiveProperties: [],
    ...parts,
  };
}

export function operationOf(parts: Partial<Operation>): Operation {
  return {
    id: "listKeys",
    mockId: "listKeys",
    name: "listKeys",
    typeName: "ListKeys",
    method: "GET",
    path: "/keys",
    pointer: "#/paths/~1keys/get",
    tags: ["default"],
    summary: undefined,
    description: undefined,
    deprecated: false,
    externalDocs: undefined,
    parameters: [],
    body: undefined,
    responses: [responseOf({})],
    security: [],
    servers: undefined,
    ownSecurity: false,
    idempotent: undefined,
    pagination: undefined,
    ...parts,
  };
}

export function parameterOf(parts: Partial<Parameter> & { readonly name: string }): Parameter {
  return {
    argument: parts.name,
    in: "query",
    required: false,
    deprecated: false,
    description: undefined,
    type: text,
    constraints: {},
    default: undefined,
    examples: [],
    style: parts.in === "path" || parts.in === "header" ? "simple" : "form",
    explode: parts.in !== "path" && parts.in !== "header",
    allowReserved: false,
    mediaType: undefined,
    sensitive: false,
    ...parts,
  };
}

export function responseOf(parts: Partial<Response>): Response {
  return { status: 200, description: "", contents: [], headers: [], links: [], ...parts };
}

export function schemaOf(key: string, parts: Partial<NamedSchema>): NamedSchema {
  return {
    key,
    name: key,
    description: undefined,
    deprecated: false,
    externalDocs: undefined,
    type: text,
    constraints: {},
    examples: [],
    ...parts,
  };
}

export function propertyOf(name: string, type: Type, parts: Partial<Property> = {}): Property {
  return {
    name,
    required: false,
    readOnly: false,
    writeOnly: false,
    deprecated: false,
    externalDocs: undefined,
    sensitive: false,
    description: undefined,
    type,
    constraints: {},
    default: undefined,
    examples: [],
    ...parts,
  };
}

export const text: Type = { kind: "string", format: undefined };
