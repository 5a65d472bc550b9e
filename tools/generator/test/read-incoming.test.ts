import { describe, expect, test } from "vitest";
import { readText } from "./fixtures/read/documents.ts";

const done = "responses: { '204': { description: Done. } }";

/** Names of the types, and of the lists of them. */
function namesOf(text: string): readonly string[] {
  const { calls, typeNames } = readText(text).incoming;
  return [...calls.map(({ name }) => name), typeNames.webhook, typeNames.callback];
}

describe("calls that come in", () => {
  test("are there although the document has no path", () => {
    expect(namesOf(`webhooks: { new-key: { post: { ${done} } } }`)).toEqual([
      "NewKeyWebhook",
      "Webhooks",
      "Callbacks",
    ]);
  });

  test("give way to schemas, and to each other", () => {
    const schemas = "components: { schemas: { NewKeyWebhook: {}, Webhooks: {} } }";
    const text = `webhooks: { newKey: { post: { ${done} } }, new_key: { post: { ${done} } } }\n${schemas}`;
    expect(namesOf(text)).toEqual(["NewKeyWebhookCall", "NewKeyWebhookCall2", "WebhooksCall", "Callbacks"]);
    expect(readText(text).schemas.map(({ name }) => name)).toEqual(["NewKeyWebhook", "Webhooks"]);
  });

  test("of one name are told apart by method, of one callback by number", () => {
    const post = `{ post: { ${done} } }`;
    const text = `webhooks: { key: { post: { ${done} }, put: { ${done} } } }
paths: { /a: { get: { operationId: watch, callbacks: { on: { "{$url}": ${post}, "{$url}/2": ${post} } }, ${done} } } }`;
    expect(namesOf(text).slice(0, 4)).toEqual([
      "KeyPostWebhook",
      "KeyPutWebhook",
      "WatchOnPostCallback",
      "WatchOnPostCallback2",
    ]);
  });

  test("of operations that share a component have a type each", () => {
    const callbacks = `callbacks: { on: { $ref: "#/components/callbacks/On" } }`;
    const text = `paths: { /a: { get: { operationId: one, ${callbacks}, ${done} }, put: { operationId: two, ${callbacks}, ${done} } } }
components: { callbacks: { On: { "{$url}": { post: { ${done} } } } } }`;
    expect(namesOf(text).slice(0, 2)).toEqual(["OneOnCallback", "TwoOnCallback"]);
  });

  test("keep what they bring", () => {
    const [call] = readText(
      `webhooks: { key: { summary: Shared, parameters: [{ name: X-Sign, in: header, required: true }], post: { deprecated: true, requestBody: { content: { text/plain: {} } } } } }`,
    ).incoming.calls;
    expect(call).toMatchObject({
      kind: "webhook",
      method: "POST",
      summary: "Shared",
      deprecated: true,
      parameters: [{ name: "X-Sign", required: true }],
      body: { required: false, contents: [{ mediaType: "text/plain" }] },
      responses: [],
    });
  });
});
