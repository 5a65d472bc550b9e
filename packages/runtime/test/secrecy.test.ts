import { inspect } from "node:util";

import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import {
  apiKey,
  type ApiCall,
  basic,
  bearer,
  type Client,
  createApiClient,
  KeysmithError,
  type Logger,
  type LogRecord,
  operation,
  type OperationDefinition,
  request,
  ResponseParseError,
  styled,
  writeBody,
} from "../src/index.ts";
import { type Answer, type FaultServer, json, startFaultServer, text } from "./fault-server.ts";

/** Whatever the secret is and wherever a server repeats it: nothing that is shown has it, and the caller does. */

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(() => server.close());

type Any = Client<string>;
type Call = (client: Any, args: object) => ApiCall<unknown>;
const echoed: OperationDefinition = { id: "echo", method: "POST", path: "/echo", body: "application/json" };
const echo = operation<Call>(echoed);

const entries: [message: string, record: LogRecord][] = [];
const note = (message: string, record: LogRecord): void => void entries.push([message, record]);
const logger: Logger = { error: note, warn: note, info: note, debug: note };

/** Everything that shows itself: an error, and what was logged. */
function shown(error: unknown): string {
  if (!(error instanceof KeysmithError)) throw new Error("expected a KeysmithError");
  const texts = [error.message, error.stack, String(error), inspect(error), JSON.stringify(error)];
  if (error instanceof ResponseParseError) texts.push(error.excerpt);
  const logged = [inspect(entries, { depth: 20 }), JSON.stringify(entries)];
  return [...texts, inspect({ error }, { depth: 20, showHidden: true }), ...logged].join("\n");
}

/** A secret as it may turn up in texts. */
const formsOf = (secret: string): string[] => {
  const utf8 = Buffer.from(secret).toString("base64");
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), utf8];
};

const api = { name: "acme", baseUrl: "https://api.acme.example" };
const all = {
  one: bearer(),
  two: apiKey({ in: "query", name: "k" }),
  three: apiKey({ in: "cookie", name: "s" }),
};
// Digits alone could be a part of any duration, letters alone a word of ours: `length`.
const printable = fc
  .string({ unit: "grapheme-ascii", minLength: 6 })
  .filter((some) => some.trim() === some && !/^(?:[\d.]+|[a-z_]+)$/i.test(some));

/** Answers that repeat it. */
const echoes = (secret: string): Answer[] => [
  json({ a: [{ b: { c: `bad key ${secret}`, [secret]: 1 } }] }, 422, { "x-echo": secret }),
  text(`bad key ${secret}, ${encodeURIComponent(secret)}, ${btoa(secret)}`, "text/plain", 500),
  text(`{"note":${JSON.stringify(secret)}`, "application/json"),
  text(`<p>${secret}</p>`, "text/html"),
  json({}, 404, { "x-request-id": secret }),
];

describe("a credential, for any secret", () => {
  test("no error, no log has it", async () => {
    await fc.assert(
      fc.asyncProperty(printable, async (secret) => {
        const options = { baseUrl: server.url, logger, maxRetries: 0, auth: { one: secret } };
        const client = createApiClient<Any>(
          { ...api, schemes: { one: bearer() }, security: [["one"]] },
          options,
        );
        for (const answer of echoes(secret)) {
          entries.length = 0;
          server.on("/echo", answer);
          const error = await echo(client, { body: {} }).catch((reason: unknown) => reason);
          for (const form of formsOf(secret)) expect(shown(error)).not.toContain(form);
          expect(entries).toHaveLength(1);
        }
        server.on("/echo", json({ note: secret }));
        expect(await echo(client, { body: {} })).toEqual({ note: secret });
      }),
      { numRuns: 40 },
    );
  });

  test("no line for a shell has it, in whatever place and beside itself", async () => {
    const everywhere = operation<Call>({
      ...echoed,
      path: "/echo/{id}",
      query: ["q", "k"],
      header: ["X-Note"],
      cookie: ["c"],
    });
    const secrets = fc.record({ one: printable, two: printable, three: printable });
    await fc.assert(
      fc.asyncProperty(secrets, async (auth) => {
        const client = createApiClient<Any>({ ...api, schemes: all, security: [Object.keys(all)] }, { auth });
        for (const secret of Object.values(auth)) {
          const body = { note: secret, inner: [{ note: `${secret}${secret}` }] };
          const args = { id: `a-${secret}`, q: secret, "X-Note": secret, c: secret, body };
          const prepared = await request(client, everywhere, args);
          const line = prepared.curl();
          const plain = line.replaceAll(/%[2-7][\dA-F]/g, decodeURIComponent);
          for (const form of formsOf(secret)) {
            expect(line).not.toContain(form);
            expect(plain).not.toContain(form);
          }
          expect(await prepared.json()).toEqual(body);
        }
      }),
    );
  });

  test("of user and password, the password alone is one", async () => {
    const definition = { ...api, schemes: { user: basic() }, security: [["user"]] };
    const client = createApiClient<Any>(definition, { baseUrl: server.url, auth: { user: "jo:hush:ed-42" } });
    server.on("/echo", text("wrong: hush:ed-42", "text/plain", 401));
    expect(shown(await echo(client, { body: {} }).catch((error: unknown) => error))).not.toContain("hush");
  });

  test("that is the beginning of another leaves nothing of it", async () => {
    const auth = { one: "hush-1", two: "hush-1-tail-2", three: "hush-1-tail-2-tail-3" };
    const client = createApiClient<Any>({ ...api, schemes: all }, { baseUrl: server.url, auth });
    server.on("/echo", text(Object.values(auth).join(), "text/plain", 400));
    const error = await echo(client, { body: {} }).catch((reason: unknown) => reason);
    expect(shown(error)).not.toMatch(/hush|tail/);
  });
});

test.each(["authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key"])(
  "the header %s is secret in every API",
  async (name) => {
    const client = createApiClient<Any>(api, {
      baseUrl: server.url,
      headers: { [name.toUpperCase()]: "hush-1" },
    });
    server.on("/echo", json({ [name]: "hush-2" }, 400, { [name]: "hush-3" }));
    const error = await echo(client, { body: {} }).catch((reason: unknown) => reason);
    expect(shown(error)).not.toContain("hush");
    expect(inspect(client, { depth: 20 })).not.toContain("hush");
    expect((await request(client, echo, { body: {} })).curl()).toContain(`-H '${name}: [redacted]'`);
  },
);

describe("a sensitive property, at any depth", () => {
  const names = fc.constantFrom("secretKey", "SECRETKEY", "api_key", "x-token", "Set-Cookie", "X-API-Key");
  const hush = fc.string({ unit: "grapheme-ascii" }).map((some) => `hush${some}hush`);
  const holder = fc.dictionary(
    names,
    fc.oneof(hush, fc.array(hush, { minLength: 1 }), fc.record({ v: hush })),
    { minKeys: 1 },
  );
  const body = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      holder,
      fc.array(tie("node"), { minLength: 1 }),
      fc.record({ name: fc.constant("deploy"), inner: tie("node") }),
    ),
  })).node;
  const definition = { ...api, sensitive: ["secretKey", "api_key", "x-token"] };

  test("of an answer: no error has it, the caller does", async () => {
    const client = createApiClient<Any>(definition, { baseUrl: server.url, logger, maxRetries: 0 });
    await fc.assert(
      fc.asyncProperty(body, async (data) => {
        const whole = JSON.stringify(data);
        const answers: [Answer, unknown][] = [
          [json(data, 422), data],
          [text(whole, "text/plain", 422), whole],
          [text(whole.slice(0, -1), "application/json", 500), whole.slice(0, -1)],
          [text(whole.slice(0, -1), "application/json"), undefined],
        ];
        for (const [answer, expected] of answers) {
          server.on("/echo", answer);
          const error = await echo(client, { body: {} }).catch((reason: unknown) => reason);
          expect(shown(error)).not.toContain("hush");
          expect(Reflect.get(Object(error), "body")).toEqual(expected);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("of a request: no line for a shell has it", async () => {
    const client = createApiClient<Any>(definition);
    const form = { ...echoed, body: "application/x-www-form-urlencoded", writeBody };
    await fc.assert(
      fc.asyncProperty(body, holder, async (data, fields) => {
        expect((await request(client, echo, { body: data })).curl()).not.toContain("hush");
        const plain = Object.fromEntries(
          Object.entries(fields).map(([name, some]) => [name, JSON.stringify(some)]),
        );
        const sent = await request(client, operation<Call>(form), { body: plain });
        expect(sent.curl()).not.toContain("hush");
        expect(await sent.text()).toContain("hush");
      }),
    );
  });

  test("of a query: no log has it, in whatever style", async () => {
    const client = createApiClient<Any>(definition, { baseUrl: server.url, logger });
    const search = operation<Call>({
      id: "search",
      method: "GET",
      path: "/search",
      query: [
        styled({ name: "deep", style: "deepObject" }),
        styled({ name: "exploded" }),
        styled({ name: "csv", explode: false }),
        styled({ name: "json", json: true }),
        "page",
      ],
    });
    server.on("/search", json({}));
    entries.length = 0;
    const single = { secretKey: "hush-1" };
    const nested = { a: { secretKey: "hush-2" } };
    await search(client, { deep: nested, exploded: single, csv: single, json: nested, page: 3 });
    expect(entries[0]?.[1].url).toBe(
      `${server.url}/search?deep[a][secretKey]=[redacted]&secretKey=[redacted]&csv=[redacted]&json=[redacted]&page=3`,
    );
  });
});
