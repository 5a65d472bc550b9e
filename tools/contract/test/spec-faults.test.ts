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

test.each([
  [
    "a parameter",
    "getKey",
    changed(({ paths }) => {
      const [user] = paths["/users/{user}/keys/{key}"].parameters;
      Object.assign(user ?? {}, { example: 0, schema: { type: "integer", minimum: 1 } });
    }),
    "the document's own value for path user breaks its schema: must be >= 1",
  ],
  [
    "a body",
    "createKey",
    changed(({ components }) => {
      Object.assign(components.schemas.NewKey.properties.name, { maxLength: 3 });
    }),
    "the document's own value for body breaks its schema: name must NOT have more than 3 characters",
  ],
])(
  "what the document shows of %s breaks its schema: nobody else is at fault",
  async (_, only, document, message) => {
    const verdicts = await verdictsOf({}, { document, only });
    const required = verdicts.find(({ cell }) => cell.title.includes("required arguments"));
    expect(required?.findings).toMatchObject([{ culprit: "spec", message }]);
  },
);

test("what cannot be checked is red", async () => {
  const document = changed(({ paths }) => {
    Reflect.deleteProperty(paths["/ping"].get.responses["200"].content["text/plain"], "example");
  });
  expect(red(await verdictsOf({}, { document }))).toContain("ping 200 text/plain");
});
