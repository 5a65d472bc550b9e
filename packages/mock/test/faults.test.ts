import { afterEach, describe, expect, test } from "vitest";
import { createMockFetch, startMock } from "../src/index.ts";
import { keysDocument, TOKEN } from "./document.ts";
import { ask, keysFetch, type KeysMockOperations } from "./keys-fetch.ts";

const mock = keysFetch();
afterEach(() => mock.reset());
const get = (path: string, init?: RequestInit) => ask(mock, path, init);

describe("faults and delays", () => {
  test("without sockets they are what the platform's fetch would do", async () => {
    mock.on("getKey").fault("reset").once();
    await expect(get("/keys/1")).rejects.toMatchObject({
      message: "fetch failed",
      cause: { code: "ECONNRESET" },
    });
    mock.on("getKey").fault("truncate").once();
    const cut = await mock("https://keys.test/keys/1", { headers: TOKEN });
    expect(cut.status).toBe(200);
    await expect(cut.text()).rejects.toThrow("terminated");
    mock.on("getKey").reply(404).fault("wrongType");
    const page = await mock("https://keys.test/keys/1", { headers: TOKEN });
    expect([page.status, page.headers.get("content-type")]).toEqual([404, "text/html"]);
  });

  test("over sockets they are real", async () => {
    await using server = await startMock<KeysMockOperations>({ spec: keysDocument() });
    const call = (): Promise<Response> => fetch(`${server.url}/keys/1`, { headers: TOKEN });
    server.on("getKey").fault("reset").once();
    await expect(call()).rejects.toMatchObject({ cause: { code: "ECONNRESET" } });
    server.on("getKey").fault("truncate").once();
    const cut = await call();
    expect(cut.status).toBe(200);
    await expect(cut.text()).rejects.toThrow("terminated");
    server.on("deleteKey").fault("truncate");
    await expect(
      fetch(`${server.url}/keys/1`, { method: "DELETE", headers: TOKEN }).then((response) => response.text()),
    ).resolves.toBe("");
    server.on("getKey").fault("empty").once();
    expect(await (await call()).text()).toBe("");
    expect(server.exchanges.map(({ fault }) => fault)).toEqual(["reset", "truncate", "truncate", "empty"]);
    expect((await call()).status).toBe(200);
  });

  test("a delayed answer comes later, and a caller can stop waiting", async () => {
    mock.on("getKey").delay(60);
    await get("/keys/1");
    expect(mock.calls("getKey")[0]?.exchange.durationMs).toBeGreaterThan(55);
    mock.on("getKey").delay(60_000);
    await expect(get("/keys/1", { signal: AbortSignal.timeout(20) })).rejects.toMatchObject({
      name: "TimeoutError",
    });
  });
});

test("a request that is lost changes nothing; one whose answer is lost does", async () => {
  const stateful = createMockFetch({ spec: keysDocument(), stateful: true });
  const remove = (): Promise<Response> =>
    stateful("https://keys.test/keys/1", { method: "DELETE", headers: TOKEN });
  const status = async (): Promise<number> =>
    (await stateful("https://keys.test/keys/1", { headers: TOKEN })).status;
  stateful.on("deleteKey").sequence([{ fault: "reset" }, { fault: "wrongType" }]);
  await expect(remove()).rejects.toThrow("fetch failed");
  expect(await status()).toBe(200);
  await remove();
  expect(await status()).toBe(404);
});
