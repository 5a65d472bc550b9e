import { instead, type Reason } from "./reason.ts";

/** Answers that change on their way to the client. */
export const brokenAnswers: readonly Reason[] = [
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
];
