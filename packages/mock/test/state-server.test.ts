import { afterAll, beforeAll, expect, test } from "vitest";
import { startMock, type Mock } from "../src/index.ts";
import { JSON_TYPE } from "./document.ts";
import { tokensDocument } from "./state-document.ts";

const TOKENS = "/teams/red/tokens";

let mock: Mock;
beforeAll(async () => {
  const document = tokensDocument();
  const list = document.paths["/teams/{team}/tokens"]?.["get"] as {
    responses: Record<number, { content: object }>;
  };
  Object.assign(list.responses[200]?.content ?? {}, {
    "text/csv": { schema: { type: "string" }, example: "id\n3\n" },
  });
  mock = await startMock({ spec: document, stateful: true });
});
afterAll(() => mock.close());

async function create(url: string, headers: Record<string, string> = {}, label = "new"): Promise<number> {
  const body = JSON.stringify({ label });
  const init = { method: "POST", headers: { ...JSON_TYPE, ...headers }, body };
  return (await fetch(`${url}${TOKENS}?region=eu`, init)).status;
}

async function count(url: string): Promise<unknown> {
  const { total } = Object(await (await fetch(`${url}${TOKENS}?region=eu`)).json());
  return total;
}

test("scopes keep records of their own, and give them up on reset", async () => {
  const one = mock.scope();
  const other = mock.scope();
  expect(await create(one.url)).toBe(201);
  expect([await count(one.url), await count(other.url), await count(mock.url)]).toEqual([3, 2, 2]);
  one.reset();
  expect(await count(one.url)).toBe(2);
});

test("a request that is refused, or has another answer, changes nothing", async () => {
  const { url, ...scope } = mock.scope();
  expect(await create(url, { prefer: "code=201" })).toBe(201);
  expect(await create(url, { "content-type": "text/plain" })).toBe(400);
  scope.on("createToken").reply(201).once();
  expect(await create(url)).toBe(201);
  expect(await count(url)).toBe(2);
});

test("a HEAD is answered as the GET would be", async () => {
  const answer = await fetch(`${mock.url}${TOKENS}/9?region=eu`, { method: "HEAD" });
  expect(answer.status).toBe(404);
});

test("what is asked for in another media type is the document's example", async () => {
  const answer = await fetch(`${mock.url}${TOKENS}?region=eu`, { headers: { accept: "text/csv" } });
  expect(await answer.text()).toBe("id\n3\n");
});
