import { expect, test } from "vitest";
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
