import { expect, test } from "vitest";
import { startMock } from "../src/index.ts";

test("one schema is judged as JSON and as a form, whichever comes first", async () => {
  const schema = { type: "object", required: ["id"], properties: { id: { type: "integer" } } };
  const content = {
    "application/json": { schema },
    "application/x-www-form-urlencoded": { schema },
    "multipart/form-data": { schema },
  };
  const responses = { 204: { description: "Made." } };
  const spec = {
    openapi: "3.1.0",
    info: { title: "Keys", version: "1" },
    paths: {
      "/keys": { post: { operationId: "createKey", requestBody: { required: true, content }, responses } },
    },
  };
  await using mock = await startMock({ spec });
  const post = async (
    body: string | URLSearchParams | FormData,
    headers: Record<string, string> = {},
  ): Promise<number> => (await fetch(`${mock.url}/keys`, { method: "POST", body, headers })).status;
  const form = new FormData();
  form.set("id", "1");
  for (const _ of [1, 2]) {
    expect(await post('{"id":1}', { "content-type": "application/json" })).toBe(204);
    expect(await post(new URLSearchParams({ id: "1" }))).toBe(204);
    expect(await post(form)).toBe(204);
    // In JSON, text is no number.
    expect(await post('{"id":"1"}', { "content-type": "application/json" })).toBe(422);
    expect(await post(new URLSearchParams({ id: "one" }))).toBe(422);
  }
});

test.each([
  ['form-data; name="id"', 204],
  ['form-data; name="id"; filename="key.pem"\r\nContent-Type: text/plain', 204],
  // Prism would throw, or read another name.
  ['form-data; name="id"; filename="a=b.pem"', 400],
  ['form-data; filename="key.pem"; name="id"', 400],
  ['form-data; name="Content-Disposition: form-data; name="id"', 400],
  ['form-data; name="id"; filename="key.pem"', 400],
  ["attachment", 400],
])("a part whose header is %s is answered with %i", async (disposition, status) => {
  const content = { "multipart/form-data": { schema: { type: "object", required: ["id"] } } };
  const post = { requestBody: { required: true, content }, responses: { 204: { description: "Made." } } };
  const spec = { openapi: "3.1.0", info: { title: "Keys", version: "1" }, paths: { "/keys": { post } } };
  await using mock = await startMock({ spec });
  const answer = await fetch(`${mock.url}/keys`, {
    method: "POST",
    headers: { "content-type": "multipart/form-data; boundary=b" },
    body: `--b\r\nContent-Disposition: ${disposition}\r\n\r\n1\r\n--b--\r\n`,
  });
  const problem = "urn:keysmith:mock:malformed-form";
  expect([answer.status, (await answer.text()).includes(problem)]).toEqual([status, status === 400]);
});
