import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { ConfigError, request } from "../src/index.ts";
import { type Acme, createAcme, createKey, getKey, pay, ping, putKey, secret } from "./acme.ts";
import { type FaultServer, startFaultServer } from "./fault-server.ts";

let server: FaultServer;
let acme: Acme;
beforeAll(async () => {
  server = await startFaultServer();
});
beforeEach(() => {
  server.log.length = 0;
  acme = createAcme(server.url);
});
afterAll(() => server.close());

describe("request()", () => {
  test("builds what would be sent, and sends nothing", async () => {
    const prepared = await request(acme, createKey, { body: { name: "it's", secretKey: "hush" } });
    expect(prepared).toBeInstanceOf(Request);
    expect(prepared).toMatchObject({ method: "POST", url: `${server.url}/keys` });
    expect(prepared.headers.get("authorization")).toBe(`Bearer ${secret}`);
    expect(prepared.curl()).toBe(
      `curl -X POST -H 'accept: application/json' -H 'authorization: [redacted]' -H 'content-type: application/json' ` +
        String.raw`--data-raw '{"name":"it'\''s","secretKey":"[redacted]"}' '${server.url}/keys'`,
    );
    expect(await prepared.json()).toEqual({ name: "it's", secretKey: "hush" });
    expect(server.log).toHaveLength(0);
  });

  test("takes the options of a call, and fails as a call would", async () => {
    const prepared = await request(
      acme,
      pay,
      { body: {} },
      { idempotencyKey: "k-1", headers: { "x-a": "1" } },
    );
    expect(prepared.headers.get("idempotency-key")).toBe("k-1");
    expect(prepared.curl()).toContain("-H 'x-a: 1'");
    await expect(request(acme, getKey, { id: "" })).rejects.toBeInstanceOf(ConfigError);
    expect((await request(acme, ping)).curl()).toBe(
      `curl -X GET -H 'accept: application/json' '${server.url}/ping'`,
    );
    const binary = await request(
      acme,
      putKey,
      { id: "1", body: new Blob(["x"]) },
      { headers: { "content-type": "text/plain" } },
    );
    expect(binary.curl()).toContain("--data-binary @-");
  });
});
