import { instead, to, type Reason } from "./reason.ts";

/** Clients that do wrongly what their data says right, and packages that export something else. */
export const brokenClients: readonly Reason[] = [
  [
    "a query the document does not know",
    { request: (request) => to(request, (url) => url.searchParams.set("debug", "1")) },
    "getKey request required arguments",
    /debug, which the document does not know/,
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
    "an error of the connection that is another",
    { exports: { TimeoutError: class extends Error {} } },
    "ping says why there is no answer",
    /must throw a TimeoutError/,
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
    "a client that mends what it is given",
    { request: (request) => to(request, (url) => url.searchParams.delete("count")) },
    "createKey refuses query count above 5",
    /not in the request/,
  ],
  [
    "a missing argument with an error of another class",
    { exports: { ConfigError: class extends Error {} } },
    "getKey refuses a call without path user",
    /must throw a ConfigError/,
  ],
  [
    "a refused credential as a success",
    { answer: (response) => (response.status === 401 ? instead(response, { status: 200 }) : response) },
    "getKey refuses credential id: empty, with secret",
    /a 401 must throw/,
  ],
];
