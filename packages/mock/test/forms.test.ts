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
