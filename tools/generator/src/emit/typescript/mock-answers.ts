import type { Api, Content, Operation, Response } from "../../read/model.ts";

/** Operations by what a mock calls them; of two that a document gives one name, it knows the last. */
export function mockedOperations({ operations }: Api): readonly Operation[] {
  return [...new Map(operations.map((operation) => [operation.mockId, operation])).values()];
}

/** Answers a mock can give: those of status 1xx are none, they only announce one. */
export function mockAnswers({ responses }: Operation): readonly Response[] {
  return responses.filter(({ status }) => (typeof status === "number" ? status >= 200 : status !== "1XX"));
}

/** A status that this answer is for, and no other one; nothing where there is none. */
export function statusFor({ responses }: Operation, { status }: Response): number | undefined {
  if (typeof status === "number") return status;
  const taken = new Set(responses.map((response) => response.status));
  const free = common.filter((one) => !taken.has(one));
  return status === "default"
    ? free.find((one) => !taken.has(rangeOf(one)))
    : free.find((one) => status === rangeOf(one));
}

const common = [500, 502, 503, 504, 200, 201, 202, 204, 301, 302, 400, 401, 403, 404, 409, 422];

/** Whether the document has an answer for a status. */
export function isDocumented({ responses }: Operation, wanted: number): boolean {
  return responses.some(
    ({ status }) => status === wanted || status === rangeOf(wanted) || status === "default",
  );
}

function rangeOf(status: number): Response["status"] {
  if (status < 300) return status < 200 ? "1XX" : "2XX";
  if (status < 400) return "3XX";
  return status < 500 ? "4XX" : "5XX";
}

/** Names that the document gives to examples of an answer. */
export function exampleNames({ contents }: Response): readonly string[] {
  const examples = contents.flatMap((content) => content.examples);
  return [...new Set(examples.filter(({ named }) => named).map(({ name }) => name))];
}

/** Whether a mock shows a body as data, not as text. */
export function isData({ kind }: Content): boolean {
  return kind === "json";
}
