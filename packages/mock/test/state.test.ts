import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { clientOf } from "./state-client.ts";
import { tokensDocument } from "./state-document.ts";

const call = clientOf(tokensDocument());
const RED = "/teams/red/tokens";
const EU = "region=eu";

beforeEach(() => {
  call.reset();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-07-08T09:10:11Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

async function labels(line: string): Promise<unknown> {
  const { body } = await call(line);
  const { data } = body as { data: { label: string }[] };
  return data.map(({ label }) => label);
}

describe("what is there at first", () => {
  test("is what the examples show, to the letter", async () => {
    const stateless = clientOf(tokensDocument(), false);
    for (const line of [
      `GET ${RED}?${EU}`,
      "GET /regions/eu/tokens",
      `GET ${RED}/3?${EU}`,
      `GET ${RED}/3/pin?${EU}`,
    ]) {
      const { status, body } = await call(line);
      expect([line, status]).toEqual([line, 200]);
      expect(body).toEqual((await stateless(line)).body);
    }
  });

  test("belongs to whom the examples say", async () => {
    expect(await labels(`GET /teams/blue/tokens?${EU}`)).toEqual([]);
    expect(await labels(`GET ${RED}?region=us`)).toEqual([]);
    expect(await labels(`GET /teams/green/tokens?${EU}`)).toEqual(["third"]);
  });

  test("is there again after a reset, and in every scope", async () => {
    const other = call.other();
    await call(`DELETE ${RED}/3?${EU}`);
    expect((await call(`GET ${RED}/3?${EU}`)).status).toBe(404);
    expect((await other(`GET ${RED}/3?${EU}`)).status).toBe(200);
    call.reset();
    expect((await call(`GET ${RED}/3?${EU}`)).status).toBe(200);
  });

  test("stays what it is without the option", async () => {
    const stateless = clientOf(tokensDocument(), false);
    await stateless(`DELETE ${RED}/3?${EU}`);
    expect((await stateless(`GET ${RED}/3?${EU}`)).status).toBe(200);
  });
});

describe("a created record", () => {
  test("has what was given, an identity and times of its own, and nothing of the example's record", async () => {
    const { status, body } = await call(`POST ${RED}?${EU}`, { label: "new", colour: "green" });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: 5,
      label: "new",
      note: null,
      scopes: [],
      secret: "example-secret-0005",
      owner: { team: "red" },
      created_at: "2026-07-08 09:10:11",
      updated_at: "2026-07-08 09:10:11",
    });
  });

  test("can be read and listed by its owners, and by those who see more", async () => {
    await call(`POST /teams/blue/tokens?${EU}`, { label: "new" });
    const { body } = await call(`GET /teams/blue/tokens/5?${EU}`);
    expect(body).toEqual({
      token: {
        id: 5,
        label: "new",
        note: null,
        scopes: [],
        // What is shown once has a stand-in elsewhere; what happened never is null.
        secret: "****1",
        owner: { team: "blue" },
        created_at: "2026-07-08 09:10:11",
        updated_at: "2026-07-08 09:10:11",
        last_used_at: null,
      },
    });
    expect((await call(`GET ${RED}/5?${EU}`)).status).toBe(404);
    expect(await labels(`GET /teams/blue/tokens?${EU}`)).toEqual(["new"]);
    expect(await labels("GET /regions/eu/tokens")).toEqual(["deploy", "audit", "third", "new"]);
    expect(await labels("GET /regions/us/tokens")).toEqual([]);
  });

  test("has secrets that no other has, and keeps them", async () => {
    const one = await call(`POST ${RED}?${EU}`, { label: "one" });
    const two = await call(`POST ${RED}?${EU}`, { label: "two" });
    expect(one.body).not.toMatchObject({ secret: (two.body as { secret: string }).secret });
    const pins = await Promise.all([4, 5, 6, 5].map((id) => call(`GET ${RED}/${id}/pin?${EU}`)));
    expect(pins.map(({ body }) => body)).toEqual(["pin-0004", "pin-0005", "pin-0006", "pin-0005"]);
  });

  test("never gets the identity of a deleted one", async () => {
    await call(`POST ${RED}?${EU}`, { label: "one" });
    await call(`DELETE ${RED}/5?${EU}`);
    expect((await call(`POST ${RED}?${EU}`, { label: "two" })).body).toMatchObject({ id: 6 });
  });

  test("is refused as the document says when it breaks a rule of the resource", async () => {
    expect(await call(`POST ${RED}?${EU}`, { label: "deploy" })).toMatchObject({
      status: 400,
      body: { error: "refused" },
    });
    expect((await call(`POST /teams/blue/tokens?${EU}`, { label: "deploy" })).status).toBe(201);
    const statuses = [];
    for (const label of ["a", "b", "c"]) statuses.push((await call(`POST ${RED}?${EU}`, { label })).status);
    expect(statuses).toEqual([201, 201, 400]);
  });
});

describe("a change", () => {
  test("shows in every answer, with the time of the change", async () => {
    vi.setSystemTime(new Date("2026-08-01T00:00:00Z"));
    const { body } = await call(`PATCH ${RED}/3?${EU}`, { note: "changed", unknown: "x" });
    expect(body).toMatchObject({
      id: 3,
      note: "changed",
      created_at: "2024-01-02 03:04:05",
      updated_at: "2026-08-01 00:00:00",
    });
    expect((await call(`GET ${RED}/3?${EU}`)).body).toMatchObject({
      token: { note: "changed", label: "deploy" },
    });
    expect((await call(`GET ${RED}?${EU}`)).body).toMatchObject({
      data: [{ note: "changed" }, { note: null }],
    });
  });

  test("may name its record in the body, and answer with something else", async () => {
    expect((await call("PUT /tokens", { token: { id: 4 }, label: "renamed" })).body).toEqual({ ok: true });
    expect(await labels(`GET ${RED}?${EU}`)).toEqual(["deploy", "renamed"]);
  });

  test("that the record cannot have is passed over", async () => {
    expect((await call(`PATCH ${RED}/3?${EU}`, { scopes: "all", id: 9 })).body).toMatchObject({
      id: 3,
      scopes: ["read"],
    });
  });

  test("is refused when it breaks a rule of the resource", async () => {
    expect((await call(`PATCH ${RED}/3?${EU}`, { label: "audit" })).status).toBe(400);
    expect((await call(`PATCH ${RED}/3?${EU}`, { label: "deploy" })).status).toBe(200);
    // No error is documented here; all the same nothing is changed.
    expect((await call("PUT /tokens", { token: { id: 4 }, label: "deploy" })).body).toEqual({ ok: true });
    expect(await labels(`GET ${RED}?${EU}`)).toEqual(["deploy", "audit"]);
  });

  test("of a secret makes another one, every time", async () => {
    const first = await call(`POST ${RED}/3/pin?${EU}`);
    const second = await call(`POST ${RED}/3/pin?${EU}`);
    expect(new Set(["pin-0001", first.body, second.body]).size).toBe(3);
    expect((await call(`GET ${RED}/3/pin?${EU}`)).body).toBe(second.body);
  });
});

describe("what is not there", () => {
  test("is a documented 404 with its example, for every operation", async () => {
    expect(await call(`DELETE ${RED}/3?${EU}`)).toMatchObject({
      status: 200,
      body: { id: 3, label: "deploy" },
    });
    for (const line of [`GET ${RED}/3?${EU}`, `DELETE ${RED}/3?${EU}`, `POST ${RED}/3/pin?${EU}`])
      expect(await call(line)).toMatchObject({ status: 404, body: { error: "no such token" } });
    expect((await call(`PATCH ${RED}/3?${EU}`, {})).status).toBe(404);
    expect(await labels(`GET ${RED}?${EU}`)).toEqual(["audit"]);
  });

  test("is the nearest documented error where there is no 404, and the success where there is none", async () => {
    expect(await call(`GET ${RED}/9/pin?${EU}`)).toMatchObject({ status: 422, body: { error: "refused" } });
    expect(await call("PUT /tokens", { token: { id: 9 }, label: "x" })).toMatchObject({
      status: 200,
      body: { ok: true },
    });
  });

  test("does not keep other operations from answering", async () => {
    expect((await call(`GET ${RED}/9/ping`)).body).toBe("pong");
  });
});

test("a list can be asked for records by the value of a property", async () => {
  expect(await labels(`GET ${RED}?${EU}&label=audit`)).toEqual(["audit"]);
  expect((await call(`GET ${RED}?${EU}&label=none`)).body).toEqual({ data: [], total: 0, page: 1 });
});
