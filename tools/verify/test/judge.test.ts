import { fileURLToPath } from "node:url";
import { load, read } from "@keysmith/generator";
import { expect, test } from "vitest";
import type { RawExchange } from "../src/call/wire.ts";
import type { Drift } from "../src/drift.ts";
import { judgeAnswer } from "../src/judge/answer.ts";
import { judgeClient } from "../src/judge/client.ts";
import { createJudge } from "../src/judge/judge.ts";
import { judgeSightings } from "../src/judge/unseen.ts";
import { Secrets } from "../src/secrets/secrets.ts";

/** Judging alone: what schemas and headers of a document say of an answer. */

const source = await load(fileURLToPath(new URL("fixtures/shapes.yaml", import.meta.url)));
const api = read(source, "shapes");
const [getShape] = api.operations;

const HEADERS = {
  "content-type": "application/json",
  "x-request-id": "abcdefgh",
  "x-left": "1",
  "x-tags": "1,2",
};

function judge(body: unknown, raw: Partial<RawExchange> & { more?: Record<string, string> } = {}) {
  const secrets = new Secrets(api, []);
  const judging = createJudge(source, secrets);
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const exchange: RawExchange = {
    method: "GET",
    url: "https://shapes.example.com/shapes/1",
    status: 200,
    headers: new Headers({ ...HEADERS, ...raw.more }),
    body: new TextEncoder().encode(text),
    milliseconds: 1,
    ...raw,
  };
  const drifts = getShape === undefined ? [] : judgeAnswer(judging, getShape, exchange);
  return { judging, secrets, notes: drifts.filter(isNote), drifts: drifts.filter((drift) => !isNote(drift)) };
}

function isNote({ severity }: Drift): boolean {
  return severity === "note";
}

function told(drifts: readonly Drift[]): readonly string[] {
  return drifts.map(({ kind, at, pointer }) => `${kind} ${at ?? ""} ${pointer}`);
}

test("a whole shape is as documented", () => {
  const form = { kind: "circle", radius: 1.5 };
  const labels = { any: { text: "a" }, other: {} };
  const within = { name: "b", within: { name: "c" } };
  expect(
    judge({ name: "a", form, labels, settings: { free: 1 }, within, "x-y": "z", tuple: [{ name: "d" }] })
      .drifts,
  ).toEqual([]);
});

test("properties are unknown where no part of a schema names them, at any depth", () => {
  const body = {
    more: 1,
    form: { kind: "circle", radius: 1, side: 2 },
    labels: { any: { text: "a", color: "b" } },
    within: { within: { deep: 1 } },
    tuple: [{ name: "d", extra: 1 }],
  };
  expect(told(judge(body).drifts)).toEqual([
    "property #/more #/components/schemas/Shape/properties",
    "property #/form/side #/components/schemas/Circle/properties",
    "property #/labels/any/color #/components/schemas/Shape/properties/labels/additionalProperties/properties",
    "property #/within/within/deep #/components/schemas/Shape/properties",
    "property #/tuple/0/extra #/components/schemas/Named/properties",
  ]);
});

test("a choice that nothing fits is one drift, not one for every branch", () => {
  expect(told(judge({ form: { kind: "triangle" } }).drifts)).toEqual([
    "schema #/form #/components/schemas/Shape/allOf/1/properties/form/oneOf",
  ]);
});

test("what is marked as secret is remembered, whatever it is called", () => {
  const { secrets, drifts } = judge({ grant: { to: 12_345_678, also: "grant-secret" } });
  expect(secrets.clean("12345678 grant-secret")).toBe("[redacted] [redacted]");
  expect(JSON.stringify(drifts)).not.toMatch(/12345678|grant-secret/);
  expect(drifts[0]?.found).toBe("a value that is secret, [redacted]");
});

test("an answer that is a secret as a whole is remembered", () => {
  expect(judge('"bare-secret"', { status: 201 }).secrets.clean("bare-secret")).toBe("[redacted]");
});

test.each([
  ["an error for data", 200, { ok: false, error: new Error("oops") } as const, ["client"]],
  ["data for an error", 404, { ok: true, data: {} } as const, ["client"]],
  ["data for data", 200, { ok: true, data: {} } as const, []],
])("a client that gives %s is judged", (_, status, outcome, kinds) => {
  const raw = {
    method: "GET",
    url: "",
    status,
    headers: new Headers(),
    body: new Uint8Array(),
    milliseconds: 1,
  };
  const drifts = getShape && judgeClient(getShape, { outcome, exchanges: [raw], milliseconds: 1 }, raw);
  expect(drifts?.map(({ kind }) => kind)).toEqual(kinds);
});

test("documented headers are looked for, and judged in their own type", () => {
  const headers = new Headers({ "content-type": "application/json", "x-left": "many", "x-tags": "1,two" });
  const { drifts, notes } = judge({}, { headers });
  expect(drifts.map(({ kind, at, message, found }) => [kind, at, message, found])).toEqual([
    ["header", "X-Request-Id", "the answer has no header X-Request-Id", "none"],
    ["header", "X-Left", "the header X-Left is not what its schema says", 'a text like "aaaa"'],
    ["header", "X-Tags", "the header X-Tags is not what its schema says", 'a text like "aaa"'],
  ]);
  headers.delete("x-left");
  expect(judge({}, { headers }).notes.map(({ message }) => message)).toContain(
    "the answer has no header X-Left",
  );
  expect(notes.map(({ kind }) => kind)).toEqual(["deprecated"]);
});

test("ranges of statuses and media types count", () => {
  const problem = { ...HEADERS, "content-type": "application/problem+json; charset=utf-8" };
  expect(told(judge({ title: 1 }, { status: 404, headers: new Headers(problem) }).drifts)).toEqual([
    "schema #/title #/paths/~1shapes~1{id}/get/responses/4XX/content/application~1problem+json/schema/properties/title/type",
  ]);
  expect(told(judge("too long", { more: { "content-type": "text/csv" } }).drifts)).toEqual([
    "schema # #/paths/~1shapes~1{id}/get/responses/200/content/text~1*/schema/maxLength",
  ]);
  expect(told(judge({ oops: 1 }, { status: 503 }).drifts)).toEqual([
    "body  #/paths/~1shapes~1{id}/get/responses/default",
  ]);
});

test("what is documented and in no answer is a note", () => {
  const { judging } = judge({ name: "a", within: { labels: {} } });
  expect(judgeSightings(judging).map(({ message }) => message)).toEqual([
    "documented, and in no answer: settings, tuple, grant",
    "documented, and in no answer: form",
  ]);
});
