import { createMockFetch, type MockAnswer, type MockFetch } from "../src/index.ts";
import { keysDocument, TOKEN } from "./document.ts";

/** The document's operations as a generated package prints them. */
export interface KeysMockOperations {
  listKeys: {
    path: never;
    body: undefined;
    answers: {
      200: MockAnswer<readonly { id: number; name?: string }[] | string, "two" | "none" | "csv">;
      "4XX": MockAnswer<object>;
    };
  };
  createKey: {
    path: never;
    body: { id: number; name?: string };
    answers: { 201: MockAnswer<{ id: number; name?: string }>; 409: MockAnswer<object> };
  };
  getKey: {
    path: "id";
    body: undefined;
    answers: {
      200: MockAnswer<{ id: number; name?: string }, "one">;
      404: MockAnswer<object, "notFound">;
    };
  };
  deleteKey: { path: "id"; body: undefined; answers: { 204: MockAnswer; 404: MockAnswer } };
}

export function keysFetch(): MockFetch<KeysMockOperations> {
  return createMockFetch<KeysMockOperations>({ spec: keysDocument() });
}

/** Asks a mock of the document, and reads the answer as JSON. */
export async function ask(
  mock: MockFetch<KeysMockOperations>,
  path: string,
  init: RequestInit = {},
): Promise<{ status: number; body: unknown }> {
  const response = await mock(`https://keys.test${path}`, {
    ...init,
    headers: { ...TOKEN, ...init.headers },
  });
  const text = await response.text();
  return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
}
