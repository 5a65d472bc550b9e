import { expect, test } from "vitest";
import { formatVerdict } from "../src/finding.ts";
import { red, verdictsOf } from "./check-document.ts";
import { changed } from "./keys-document.ts";

test("an example that breaks its schema is red, and the document is at fault", async () => {
  const document = changed(({ paths }) => {
    const { examples } = paths["/users/{user}/keys/{key}"].get.responses["200"].content["application/json"];
    Object.assign(examples, { named: { value: { id: "two" } } });
  });
  const verdicts = await verdictsOf({}, { document });
  expect(red(verdicts)).toContain("getKey 200 application/json named");
  const [message] = verdicts.flatMap((verdict) => verdict.findings);
  expect(message).toMatchObject({ culprit: "spec" });
});

test("what cannot be checked is red", async () => {
  const document = changed(({ paths }) => {
    Reflect.deleteProperty(paths["/ping"].get.responses["200"].content["text/plain"], "example");
  });
  expect(red(await verdictsOf({}, { document }))).toContain("ping 200 text/plain");
});

test("a red cell tells operation, cell, bytes, expectation and culprit", async () => {
  const verdicts = await verdictsOf({ exports: { NotFoundError: class extends Error {} } });
  const verdict = verdicts.find(({ cell }) => cell.title === "404 application/json notFound");
  const text = verdict === undefined ? "" : formatVerdict(verdict);
  expect(text).toContain("getKey (GET /users/{user}/keys/{key}), cell: 404 application/json notFound");
  expect(text).toContain("the call rejects another class of error [at fault: client]");
  expect(text).toContain("expected: 'NotFoundError'");
  expect(text).toContain("got:      NotFoundError");
  expect(text).toContain(
    "sent: GET /users/1/keys/2?secret=contract-secret\n  accept: application/json\n  prefer: code=404",
  );
  expect(text).toContain("answered: 404");
});
