import type { Api, Content, Operation, Response } from "../../read/model.ts";

/** Operations as a mock knows them: who calls one as another is known by, `GET /keys`, has it give way. */
export function mockedOperations({ operations }: Api): readonly Operation[] {
  return [...new Map(operations.map((operation) => [operation.mockId, operation])).values()];
}

/** Answers a mock can give: those of status 1xx are none, they only announce one. */
export function mockAnswers({ responses }: Operation): readonly Response[] {
  return responses.filter(({ status }) => (typeof status === "number" ? status >= 200 : status !== "1XX"));
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
