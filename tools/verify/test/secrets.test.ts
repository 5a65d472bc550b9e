import { expect, test } from "vitest";
import { Secrets } from "../src/secrets/secrets.ts";
import { describe as told, describeChoice as choice, shownName } from "../src/secrets/describe.ts";
import { KEY, run } from "./run.ts";
import { startServer } from "./server.ts";

/** The real answers of these APIs are secrets: whatever a server does, none of them may be told. */

const SECRETS = {
  sensitive: "sk-occam-live-5f0c1d2e3b4a",
  unknown: "Zx81kQmP0aLw93TrNv5e",
  number: 8_675_309_867,
  pem: "-----BEGIN PRIVATE KEY-----\nMIGkAgEBBDCXtest0123456789\n-----END PRIVATE KEY-----\n",
  header: "session=deadbeefcafe4242",
};

function expectNone(text: string): void {
  for (const secret of [KEY, ...Object.values(SECRETS).flatMap((one) => String(one).trim().split("\n"))])
    expect(text).not.toContain(secret);
  expect(text).not.toContain(Buffer.from(KEY).toString("base64"));
}

test("secrets in answers, known and unknown, appear nowhere", async () => {
  await using server = await startServer(() => ({
    headers: { "set-cookie": SECRETS.header, "x-request-id": SECRETS.sensitive },
    body: [
      {
        uuid: 7,
        name: SECRETS.pem,
        api_key: SECRETS.sensitive,
        created: `${SECRETS.sensitive} ${KEY}`,
        last_used: SECRETS.unknown,
        api_secret: SECRETS.unknown,
        pin: SECRETS.number,
        token: { value: SECRETS.unknown },
        [SECRETS.unknown]: true,
        [`echo-${KEY}`]: KEY,
      },
    ],
  }));
  const ran = await run(["occam", "--base-url", server.url]);
  expect(ran.exitCode).toBe(1);
  const kinds = ran.report?.checks[0]?.drifts.map(({ kind, at }) => `${kind} ${at}`);
  expect(kinds).toContain("schema #/0/uuid");
  expect(kinds).toContain("property #/0/pin");
  expectNone(ran.everything);
});

test("a sensitive value of the wrong type is reported without any of it", async () => {
  const key = { uuid: "a", name: "n", created: "2024-10-01T09:30:00Z", last_used: null };
  await using server = await startServer(() => ({
    body: [{ ...key, api_key: { live: SECRETS.sensitive } }],
  }));
  const ran = await run(["occam", "--base-url", server.url]);
  expect(ran.report?.checks[0]?.drifts).toMatchObject([
    { kind: "schema", at: "#/0/api_key", expected: "string", found: "a value that is secret, [redacted]" },
  ]);
  expectNone(ran.everything);
});

test.each([
  ["an HTML page", { headers: { "content-type": "text/html" }, body: `<p>${SECRETS.sensitive} ${KEY}</p>` }],
  [
    "broken JSON",
    { headers: { "content-type": "application/json" }, body: `{"api_key": "${SECRETS.sensitive}` },
  ],
  ["an undocumented error", { status: 409, body: { message: KEY, api_key: SECRETS.sensitive } }],
  ["a documented error", { status: 401, body: { message: KEY, api_key: SECRETS.sensitive } }],
  ["a media type", { headers: { "content-type": `x-${KEY}/json` }, body: "x" }],
  ["a redirect", { status: 302, headers: { location: `https://${KEY}.example/${SECRETS.sensitive}` } }],
])("%s tells no secret", async (_, answer) => {
  await using server = await startServer(() => answer);
  const ran = await run(["occam", "--base-url", server.url, "--json"]);
  expect(ran.exitCode).toBe(1);
  expectNone(ran.everything);
});

test("ids that are secrets are not shown as arguments", async () => {
  await using server = await startServer(() => ({ body: { usage: "x" } }));
  const given = "00000000-aaaa-4000-8000-000000000042";
  const ran = await run([
    "cartovista",
    "--base-url",
    server.url,
    "--arg",
    `id=${given}`,
    "--arg",
    "tenantUrlCode=acme",
  ]);
  expect(ran.everything).not.toContain(given);
});

test("a credential is removed in the forms that URLs and their hosts have", () => {
  const key = "Live-Key!(0123456789)ABCdef";
  const secrets = new Secrets({ sensitiveProperties: [], schemes: [] }, [key]);
  for (const form of [key.toLowerCase(), new URLSearchParams({ key }).toString().slice("key=".length)])
    expect(secrets.clean(`a ${form} b`)).toBe("a [redacted] b");
});

test("every form of a credential is removed from texts", () => {
  const secrets = new Secrets({ sensitiveProperties: ["pin"], schemes: [] }, ["jane:päss word/1"]);
  secrets.learn({ list: [{ PIN: "123456-7", deep: { pin: { a: ["nested-secret"] } } }] });
  const forms = [
    "jane:päss word/1",
    "päss word/1",
    encodeURIComponent("päss word/1"),
    btoaUtf8("jane:päss word/1"),
  ];
  for (const form of [...forms, "123456-7", "nested-secret"])
    expect(secrets.clean(`a ${form} b`)).toBe("a [redacted] b");
});

function btoaUtf8(text: string): string {
  return Buffer.from(text).toString("base64");
}

test("values are described, not quoted", () => {
  expect(told("2023-10-12 11:58:11")).toBe('a text like "9999-99-99 99:99:99"');
  expect(told(SECRETS.unknown)).toBe("a text of 20 characters");
  expect(told(SECRETS.number)).toBe("an integer");
  expect(told({ id: 1, [SECRETS.sensitive]: 2 })).toBe("an object { id, [a name of 26 characters] }");
  expect(choice("read_only")).toBe('"read_only"');
  expect(choice("qwhzkxvbnmlpoiuytrewqasd")).toBe("a text of 24 characters");
  expect(shownName("creation_time")).toBe("creation_time");
  expect(shownName("9f86d081884c7d65")).toBe("[a name of 16 characters]");
});
