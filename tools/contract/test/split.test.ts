import { expect, test } from "vitest";
import { verdictsOf } from "./check-document.ts";
import { changed, type KeysDocument } from "./keys-document.ts";

/** The mock serves another document than the suite reads: as if one of the validators did not know a keyword. */
test.each<[string, (document: KeysDocument) => void, string, RegExp]>([
  [
    "a request that only the suite's validator refuses",
    ({ components }) => void Reflect.deleteProperty(components.schemas.NewKey.properties.name, "maxLength"),
    "createKey refuses body.name longer than 8",
    /split: the suite's validator refuses the request, the mock's accepts it/,
  ],
  [
    "a request that only the mock's validator refuses",
    ({ components }) => Object.assign(components.schemas.NewKey.properties.name, { maxLength: 3 }),
    "createKey request application/json required arguments",
    /split: the mock's validator refuses the request, the suite's accepts it/,
  ],
  [
    "a parameter that only the suite's validator refuses",
    ({ paths }) => void Reflect.deleteProperty(paths["/new"].post.parameters[3]?.schema ?? {}, "maximum"),
    "createKey refuses query count above 5",
    /split: the suite's validator refuses the request/,
  ],
  [
    "an answer that only the mock's validator refuses",
    ({ components }) => Object.assign(components.schemas.Key, { required: ["id", "name"] }),
    "getKey 200 application/json bare",
    /split: the mock's validator refuses the answer, the suite's accepts it/,
  ],
])("%s is a split, with what both say", async (_, change, cell, reason) => {
  const only = cell.split(" ", 1)[0];
  const verdicts = await verdictsOf({}, { served: changed(change), only });
  const verdict = verdicts.find((each) => `${each.cell.operation.id} ${each.cell.title}` === cell);
  const split = verdict?.findings.find(({ message }) => reason.test(message));
  expect(split).toMatchObject({ culprit: "mock" });
  expect(`${String(split?.expected)}, ${String(split?.got)}`).toMatch(/suite: .+, mock: .+/);
});

test("a refusal by both, for the same keyword at another place, is no refusal for the right reason", async () => {
  const served = changed(({ components }) => {
    const { name, owner } = components.schemas.NewKey.properties;
    Reflect.deleteProperty(name, "type");
    Object.assign(owner, { type: "string" });
  });
  const verdicts = await verdictsOf({}, { served, only: "createKey" });
  const verdict = verdicts.find(({ cell }) => cell.title === "refuses body.name that is no string");
  expect(verdict?.findings.map(({ message }) => message)).toContain(
    "the mock refuses the request for another reason",
  );
});

test("an answer that only the suite's validator refuses is a split", async () => {
  const document = changed(({ components }) =>
    Object.assign(components.schemas.Key, { required: ["id", "name"] }),
  );
  const verdicts = await verdictsOf({}, { document, served: changed(() => {}), only: "getKey" });
  const verdict = verdicts.find(({ cell }) => cell.title === "200 application/json bare");
  expect(verdict?.findings.map(({ message }) => message)).toContain(
    "split: the suite's validator refuses the answer, the mock's accepts it",
  );
});
