import { apiKey, operation, styled } from "@keysmith/runtime";
import { expect, test } from "vitest";
import { findings, red, verdictsOf } from "./check-document.ts";
import { definitions, type Sabotage } from "./keys-package.ts";

/**
 * That everything broken is seen at all, mutants.test.ts proves. Here it is seen in the right cell and for the right
 * reason: one row for each thing that the suite has to say.
 */

const { api, getKey, updateKey, createKey, listKeys } = definitions;

/** The answer with another body, status or header. */
async function instead(
  response: Response,
  change: { body?: (text: string) => string; status?: number; type?: string },
): Promise<Response> {
  const text = await response.text();
  const headers = new Headers(response.headers);
  if (change.type !== undefined) headers.set("content-type", change.type);
  headers.delete("content-length");
  const body = change.body?.(text) ?? text;
  return new Response(body === "" ? null : body, { status: change.status ?? response.status, headers });
}

/** The request to another target. */
function to(request: Request, change: (url: URL) => void): Request {
  const url = new URL(request.url);
  change(url);
  return new Request(url, request);
}

test.each<[string, Sabotage, string, RegExp]>([
  [
    "a property dropped from the answer",
    { answer: (response) => instead(response, { body: (text) => text.replace(',"name":"deploy"', "") }) },
    "getKey 200 application/json named",
    /other data/,
  ],
  [
    "another success status",
    { answer: (response) => (response.status === 200 ? instead(response, { status: 202 }) : response) },
    "getKey 200 application/json named",
    /meta\.status/,
  ],
  [
    "an error as another status",
    { answer: (response) => (response.status === 404 ? instead(response, { status: 409 }) : response) },
    "getKey 404 application/json notFound",
    /another class of error/,
  ],
  [
    "an error as a success",
    { answer: (response) => (response.status === 404 ? instead(response, { status: 200 }) : response) },
    "updateKey 404 application/json expired",
    /a 404 must throw/,
  ],
  [
    "a success as an error",
    { answer: (response) => (response.status === 204 ? instead(response, { status: 500 }) : response) },
    "updateKey 204 without body",
    /must resolve/,
  ],
  [
    "another media type",
    { answer: (response) => (response.status === 200 ? instead(response, { type: "text/html" }) : response) },
    "getKey 200 application/json bare",
    /must resolve/,
  ],
  [
    "another media type of the same kind",
    {
      answer: (response) =>
        response.status === 404 ? instead(response, { type: "application/problem+json" }) : response,
    },
    "getKey 404 application/json expired",
    /another media type reaches the caller/,
  ],
  [
    "an error body swapped for another",
    { answer: (response) => instead(response, { body: (text) => text.replace("expired", "gone") }) },
    "getKey 404 application/json expired",
    /an error with another body/,
  ],
  [
    "a body where none is documented",
    { answer: (response) => (response.status === 500 ? instead(response, { body: () => "{}" }) : response) },
    "getKey 5XX without body",
    /an error with another body/,
  ],
  [
    "a header that does not arrive",
    {
      answer: async (response) => {
        const stripped = await instead(response, {});
        stripped.headers.delete("x-request-id");
        return stripped;
      },
    },
    "getKey 404 application/json notFound",
    /header X-Request-Id does not reach/,
  ],
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
    "a query the document does not know",
    { request: (request) => to(request, (url) => url.searchParams.set("debug", "1")) },
    "getKey request required arguments",
    /debug, which the document does not know/,
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
    "a body that is changed on its way",
    {
      request: async (request) =>
        new Request(request, {
          method: request.method,
          body: (await request.clone().text()).replace("other", "another"),
        }),
    },
    "updateKey request application/json example rename",
    /body does not arrive/,
  ],
  [
    "a call that is two requests",
    {
      request: async (request) => {
        await fetch(request.clone());
        return request;
      },
    },
    "ping request required arguments",
    /one call must be one request/,
  ],
  [
    "an error class of another name",
    { exports: { NotFoundError: class extends Error {} } },
    "getKey 404 application/json notFound",
    /another class of error/,
  ],
  [
    "an error class that is not exported",
    { exports: { NotFoundError: undefined } },
    "getKey 404 application/json notFound",
    /does not export NotFoundError/,
  ],
  [
    "an isApiError that knows nothing",
    { exports: { isApiError: () => false } },
    "getKey 404 application/json notFound",
    /does not recognise/,
  ],
  [
    "an isApiError that knows everything",
    { exports: { isApiError: () => true } },
    "getKey 404 application/json notFound",
    /takes for its own[^]*error of another operation/,
  ],
  [
    "a base class that is another",
    { exports: { ApiError: class extends Error {} } },
    "updateKey 404 application/json notFound",
    /another class of error/,
  ],
  [
    "a function that is not exported",
    { exports: { ping: undefined } },
    "ping as a free function",
    /exports no function ping/,
  ],
  [
    "a credential that is not sent",
    { definitions: { api: { ...api, security: [["id"]] } } },
    "getKey request required arguments",
    /violation in the request/,
  ],
  [
    "a credential that is changed on its way",
    {
      request: (request) => {
        request.headers.set("x-id", "another");
        return request;
      },
    },
    "listKeys request required arguments",
    /credential id does not arrive as it was given/,
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
    "an error of the connection that is another",
    { exports: { TimeoutError: class extends Error {} } },
    "ping says why there is no answer",
    /must throw a TimeoutError/,
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
    "a wrong class where the credential is missing",
    { exports: { ConfigError: class extends Error {} } },
    "getKey without credential id, with secret",
    /must throw a ConfigError/,
  ],
  [
    "a refusal as a success",
    { answer: (response) => (response.status === 422 ? instead(response, { status: 201 }) : response) },
    "createKey refuses body.name longer than 8",
    /a 422 must throw/,
  ],
  [
    "a refusal with another body",
    { answer: (response) => instead(response, { body: (text) => text.replace("invalid", "wrong") }) },
    "createKey refuses query count above 5",
    /an error with another body/,
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
  [
    "a client that mends what it is given",
    { request: (request) => to(request, (url) => url.searchParams.delete("count")) },
    "createKey refuses query count above 5",
    /not in the request/,
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
    "a missing argument with an error of another class",
    { exports: { ConfigError: class extends Error {} } },
    "getKey refuses a call without path user",
    /must throw a ConfigError/,
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
    "a refused credential as a success",
    { answer: (response) => (response.status === 401 ? instead(response, { status: 200 }) : response) },
    "getKey refuses credential id: empty, with secret",
    /a 401 must throw/,
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
])("%s turns the suite red", async (_, sabotage, cell, reason) => {
  const verdicts = await verdictsOf(sabotage, { only: cell.split(" ", 1)[0] });
  expect(red(verdicts)).toContain(cell);
  const verdict = verdicts.find((each) => `${each.cell.operation.id} ${each.cell.title}` === cell);
  expect(verdict?.findings.map(({ message }) => message).join("\n")).toMatch(reason);
  expect(findings(verdicts).every(({ culprit }) => culprit !== "spec")).toBe(true);
});
