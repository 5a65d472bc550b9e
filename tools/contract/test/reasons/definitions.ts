import { apiKey, operation, styled } from "@keysmith/runtime";
import { definitions } from "../keys-package.ts";
import type { Reason } from "./reason.ts";

const { api, getKey, updateKey, createKey, listKeys } = definitions;

/** Packages whose operations were made wrongly. */
export const brokenDefinitions: readonly Reason[] = [
  [
    "two path parameters swapped",
    { definitions: { getKey: { ...getKey, path: "/users/{key}/keys/{user}" } } },
    "getKey request required arguments",
    /path parameter user does not arrive/,
  ],
  [
    "a list written in another style",
    { definitions: { getKey: { ...getKey, query: [styled({ name: "fields", explode: false })] } } },
    "getKey request all arguments",
    /query parameter fields does not arrive/,
  ],
  [
    "a request to another operation",
    { definitions: { listKeys: { ...listKeys, path: "/ping" } } },
    "listKeys request required arguments",
    /another operation/,
  ],
  [
    "a body as another media type",
    { definitions: { updateKey: { ...updateKey, body: "application/json" } } },
    "updateKey request application/x-www-form-urlencoded example rename",
    /violation|another media type/,
  ],
  [
    "a credential that is not sent",
    { definitions: { api: { ...api, security: [["id"]] } } },
    "getKey request required arguments",
    /violation in the request/,
  ],
  [
    "a credential too many",
    { definitions: { listKeys: { ...listKeys, security: [["id", "secret"]] } } },
    "listKeys request required arguments",
    /credential secret is sent, and is not asked for/,
  ],
  [
    "a media type that is not accepted",
    { definitions: { getKey: { ...getKey, accept: "application/json" } } },
    "getKey request required arguments",
    /does not accept text\/csv/,
  ],
  [
    "a failure that is not tried again",
    { definitions: { getKey: { ...getKey, idempotent: false } } },
    "getKey is repeated after a failure",
    /may be repeated must be/,
  ],
  [
    "a failure that must not be tried again",
    { definitions: { createKey: { ...createKey, idempotent: true } } },
    "createKey is never repeated",
    /must not be repeated/,
  ],
  [
    "another server",
    { definitions: { api: { ...api, baseUrl: "https://other.example.com/v1" } } },
    "getKey goes to https://keys.example.com/v1",
    /goes to another server/,
  ],
  [
    "another variable of the environment",
    {
      definitions: {
        api: { ...api, schemes: { ...api.schemes, id: apiKey({ in: "header", name: "X-Id", env: "KEYS" }) } },
      },
    },
    "getKey takes id from KEYS_ID",
    /one call must be one request/,
  ],
  [
    "a credential in another place",
    {
      definitions: {
        api: {
          ...api,
          schemes: {
            id: apiKey({ in: "header", name: "X-Id" }),
            secret: apiKey({ in: "header", name: "secret" }),
          },
        },
      },
    },
    "getKey without credential secret, with id",
    /not sent where the document says/,
  ],
  [
    "a client that sends without credential",
    { definitions: { getKey: { ...getKey, security: [] } } },
    "getKey without credential id and secret",
    /nothing may be sent/,
  ],
  [
    "a client that leaves out what it is given",
    { definitions: { createKey: { ...createKey, header: [] } } },
    "createKey refuses header X-Trace that does not match its pattern",
    /for another reason/,
  ],
  [
    "an argument that is missing and leads elsewhere",
    { definitions: { getKey: { ...getKey, path: "/users/1/keys/{key}" } } },
    "getKey refuses a call without path user",
    /not in the request/,
  ],
  [
    "an empty credential that is taken",
    {
      definitions: {
        api: {
          ...api,
          schemes: {
            ...api.schemes,
            id: { ...apiKey({ in: "header", name: "X-Id" }), format: [/^/, "any"] },
          },
        },
      },
    },
    "getKey refuses credential id: empty, with secret",
    /must throw a ConfigError/,
  ],
  [
    "a list that is not walked on",
    {
      definitions: {
        listKeys: {
          ...listKeys,
          pagination: { style: "cursor", parameter: "cursor", items: "/items", next: "/none" },
        },
      },
    },
    "listKeys pages from more",
    /another number of pages/,
  ],
  [
    "items taken from another place",
    {
      definitions: {
        listKeys: {
          ...listKeys,
          pagination: { style: "cursor", parameter: "cursor", items: "/keys", next: "/next" },
        },
      },
    },
    "listKeys pages from last",
    /other items/,
  ],
  [
    "a cursor that is sent as something else",
    {
      definitions: {
        listKeys: {
          ...listKeys,
          pagination: { style: "cursor", parameter: "after", items: "/items", next: "/next" },
        },
      },
    },
    "listKeys pages from more",
    /asks for another page/,
  ],
  [
    "a function that sends another body than the method",
    {
      exports: {
        updateKey: Object.assign(
          (client: object, args: object, options: object): unknown =>
            Reflect.apply(operation<never>(updateKey), undefined, [
              client,
              { ...args, body: { id: 3 } },
              options,
            ]),
          { definition: updateKey },
        ),
      },
    },
    "updateKey as a free function",
    /sends something else than the method/,
  ],
];
