import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import type { ReplayFinding } from "../../src/replay/finding.ts";
import { examplesOf } from "../../src/replay/examples/examples.ts";
import { replay } from "../../src/replay/replay.ts";
import { inTemporaryFolder } from "../../src/replay/temporary.ts";
import { compileExamples, layOutWith, runCells, runExamples } from "../../src/replay/trial.ts";
import type { Snapshot } from "../../src/snapshot/snapshot.ts";
import { edited } from "../edits/documents.ts";
import { all, append, drop, put, rename, type Edit } from "../edits/edit.ts";

// Each replay starts a compiler and two processes, or four where something is lost.
vi.setConfig({ testTimeout: 120_000 });

/** Everything that is written goes here, so that what is left behind is seen. */
const folder = mkdtempSync(join(tmpdir(), "keysmith-left-"));
// A list that goes on for ever, as the mock answers.
const events = "#/paths/~1keys~1{keyId}~1events/get";
const paged = put(`${events}/x-pagination`, { style: "offset", parameter: "offset", items: "" });
const base = await edited(paged);
vi.stubEnv("TMPDIR", folder);
afterAll(() => rmSync(folder, { recursive: true }));

const keys = "#/paths/~1keys";
const key = "#/paths/~1keys~1{keyId}";
const schemas = "#/components/schemas";
const examples = "content/application~1json/examples";

/** An example that does not compile, and one that is refused: what never held is not lost. */
const never = "\n## Wrong\n\n```ts\nacme.none();\n```\n\n```ts\nawait acme.getKey({ keyId: 0 });\n```\n";
const released = spoilt({ "README.md": `${base.files.get("README.md")}${never}` });

async function lost(change: Edit): Promise<readonly string[]> {
  return (await replay(released, await edited(paged, change))).map(textOf);
}

function textOf({ kind, operation, title, where, message, before, after }: ReplayFinding): string {
  const file = where?.file.replace(/^.*(?=specs\/)/, "");
  const sides = before === undefined ? "" : ` (${before} -> ${after})`;
  return `${kind} ${operation} [${title}] ${file}:${where?.line} ${message}${sides}`;
}

test("additions, other texts, other examples and looser rules break nothing", async () => {
  const after = await edited(
    paged,
    all(
      put("#/info/title", "Acme's API"),
      put(`${keys}/get/summary`, "Find keys"),
      append(`${keys}/get/parameters`, {
        name: "owner",
        in: "query",
        description: "Only keys of this owner.",
        schema: { type: "integer" },
        example: 1,
      }),
      put(`${keys}/get/parameters/1/schema/maximum`, 500),
      // A page that another one follows, again and again.
      put(`${keys}/get/responses/200/${examples}/onlyPage/value/total`, 900),
      put(`${keys}/post/responses/409`, { $ref: "#/components/responses/NotFound" }),
      put(`${keys}/post/requestBody/${examples}/deploy/value`, { name: "release", role: "writer" }),
      put(`${schemas}/CreateKey/properties/colour`, { description: "Colour.", type: "string" }),
      append(`${schemas}/CreateKey/properties/role/enum`, "admin"),
      put(`${schemas}/Key/properties/colour`, { description: "Colour.", type: "string" }),
      put(`${key}/get/deprecated`, true),
      put(`${key}/get/responses/200/${examples}/key/value/name`, "another"),
      put("#/paths/~1ping", {
        get: {
          operationId: "ping",
          summary: "Ping",
          description: "Answers.",
          tags: ["Keys"],
          responses: {
            "204": { description: "Here." },
            "401": { $ref: "#/components/responses/Unauthorized" },
          },
        },
      }),
    ),
  );
  const found = await inTemporaryFolder(async (there) => {
    // Not by `replay`, which leaves out what never held: all of it does.
    const shown = { before: base, examples: examplesOf(base) };
    const layout = layOutWith(there, after, shown);
    return Promise.all([compileExamples, runExamples, runCells].map((trial) => trial.run(layout, shown)));
  });
  expect(found).toEqual([[], [], []]);
  expect(readdirSync(folder)).toEqual([]);
});

const limit = `${keys}/get/parameters/1`;
const tenAtATime = all(
  put(`${limit}/schema/maximum`, 10),
  put(`${limit}/schema/default`, 10),
  put(`${limit}/example`, 10),
);

test("what an old release shows and no longer holds is named, in the order of the old document", async () => {
  const found = await lost(
    all(
      // A bound below what the documentation shows.
      tenAtATime,
      // A property of another name.
      rename(`${schemas}/CreateKey/properties/role`, "access"),
      put(`${schemas}/CreateKey/required/1`, "access"),
      put(`${keys}/post/requestBody/${examples}/deploy/value`, { name: "deploy", access: "reader" }),
      // Null where there was none.
      put(`${schemas}/KeyDetails/allOf/1/properties/uses/type`, ["integer", "null"]),
      put(`${key}/get/responses/200/${examples}/key/value/uses`, null),
      // Another status.
      rename(`${key}/patch/responses/200`, "202"),
      // Another way to authorize.
      put("#/components/securitySchemes/token", {
        type: "http",
        scheme: "bearer",
        description: "A token of its own.",
        "x-env": "ACME_ROTATION_TOKEN",
      }),
      put("#/paths/~1keys~1{keyId}~1rotate/post/security", [{ token: [] }]),
      // A property that is required now.
      append(`${schemas}/KeyLimits/required`, "mode"),
      put(`#/paths/~1keys~1{keyId}~1limits/put/requestBody/${examples}/few/value/mode`, "delay"),
      put(`#/paths/~1keys~1{keyId}~1limits/put/responses/200/${examples}/few/value/mode`, "delay"),
      // An operation that is gone.
      drop("#/paths/~1keys~1{keyId}~1target"),
      // A server that nobody can choose any more.
      drop("#/servers/1"),
      // Pages that are none any more.
      drop(`${events}/x-pagination`),
    ),
  );
  expect(found).toMatchInlineSnapshot(`
    [
      "compile undefined [Server] README.md:74 Type '"sandbox"' is not assignable to type '"production"'.",
      "example GET /keys [listKeys: with every argument] docs/keys.md:50 the mock refuses GET /v1/keys with 422: query.limit Request query parameter limit must be <= 10",
      "cell GET /keys [request all arguments] specs/acme.yaml:28 the mock refuses GET /keys with 422: query.limit Request query parameter limit must be <= 10",
      "cell GET /keys [goes to https://sandbox.example.com/v1 as sandbox] specs/acme.yaml:18 the package refuses what the old document allows: ConfigError: no environment "sandbox", expected one of production",
      "compile POST /keys [createKey] docs/keys.md:94 Object literal may only specify known properties, and 'role' does not exist in type 'CreateKey'.",
      "cell POST /keys [request application/json required arguments] specs/acme.yaml:122 the mock refuses POST /keys with 400: body Request body must have required property 'access'",
      "cell GET /keys/{keyId} [200 application/json key] specs/acme.yaml:194 an answer of 200 is not what it was: uses must be integer",
      "compile PATCH /keys/{keyId} [mock: updateKey: scenario.reply(200, { example: "renamed" });] test/mock.test-d.ts:73 Argument of type '200' is not assignable to parameter of type 'StatusOf<{ path: "keyId"; body: UpdateKey | undefined; answers: { … }; }>'.",
      "cell PATCH /keys/{keyId} [200 application/json renamed] specs/acme.yaml:234 200 is no longer answered (200 -> 202, 401, 404)",
      "example POST /keys/{keyId}/rotate [rotateKey] docs/keys.md:232 it throws ConfigError: POST /keys/{keyId}/rotate -> acme: no credential for this call, expected auth.token (or ACME_ROTATION_TOKEN in the environment)",
      "cell POST /keys/{keyId}/rotate [request required arguments] specs/acme.yaml:285 the client refuses the call: ConfigError: POST /keys/{keyId}/rotate -> acme: no credential for this call, expected auth.token (or ACME_ROTATION_TOKEN in the environment)",
      "compile PUT /keys/{keyId}/limits [setLimits] docs/keys.md:261 Property 'mode' is missing in type '{ perMinute: number; }' but required in type 'KeyLimits'.",
      "cell PUT /keys/{keyId}/limits [request application/json required arguments] specs/acme.yaml:308 the mock refuses PUT /keys/3/limits with 422: body Request body must have required property 'mode'",
      "compile PUT /keys/{keyId}/target [setTarget] docs/keys.md:295 Property 'setTarget' does not exist on type 'Acme'.",
      "compile PUT /keys/{keyId}/target [setTarget: as a function] test/examples.test-d.ts:98 Property 'setTarget' does not exist on type 'typeof import("@keysmith/acme")'.",
      "compile PUT /keys/{keyId}/target [mock: setTarget: const scenario = mockAcme().on("setTarget");] test/mock.test-d.ts:126 Argument of type '"setTarget"' is not assignable to parameter of type 'OperationId<AcmeMockOperations>'.",
      "cell PUT /keys/{keyId}/target [request application/json required arguments] specs/acme.yaml:350 there is no setTarget any more",
      "compile GET /keys/{keyId}/events [listEvents] docs/keys.md:326 Property 'items' does not exist on type 'ApiCall<KeyEvent[], ListEventsErrors>'.",
      "cell GET /keys/{keyId}/events [pages from made] specs/acme.yaml:414 the call no longer has .items() and .pages()",
    ]
  `);
  expect(readdirSync(folder)).toEqual([]);
});

test("what cannot be replayed is said, and nothing is left behind", async () => {
  const found = await replay(base, spoilt({ "src/client.ts": "export const {" }));
  expect(found.map(textOf)).toMatchInlineSnapshot(`
    [
      "unreplayed undefined [compiling the documentation's examples] undefined:undefined could not be replayed: the package does not compile: packages/acme/src/client.ts(1): '}' expected.",
      "unreplayed undefined [running the documentation's examples] undefined:undefined could not be replayed: SyntaxError [ERR_INVALID_TYPESCRIPT_SYNTAX]: Unexpected token \`<eof>\`. Expected identifier, string literal, numeric literal or [ for the computed key",
      "unreplayed undefined [running the contract tests] undefined:undefined could not be replayed: SyntaxError [ERR_INVALID_TYPESCRIPT_SYNTAX]: Unexpected token \`<eof>\`. Expected identifier, string literal, numeric literal or [ for the computed key",
    ]
  `);
  expect(readdirSync(folder)).toEqual([]);
});

test("an old release may have had a mock that these tools do not know", async () => {
  const mock = new Map([...base.mock, ["src/index.ts", "export const older = true;\n"]]);
  const found = await inTemporaryFolder((there) => {
    const shown = { before: base, examples: [] };
    const now = layOutWith(join(there, "after"), base, shown);
    return runCells.run(layOutWith(join(there, "before"), { ...base, mock }, shown, now.folder), shown);
  });
  expect(found).toEqual([]);
});

test("what is lost is told too where the old release itself cannot be tried", async () => {
  const found = await replay(spoilt({ "src/client.ts": "export const {" }), await edited(paged, tenAtATime));
  expect(found.map(textOf)).toMatchInlineSnapshot(`
    [
      "unreplayed undefined [running the documentation's examples with the last release itself] undefined:undefined could not be replayed: SyntaxError [ERR_INVALID_TYPESCRIPT_SYNTAX]: Unexpected token \`<eof>\`. Expected identifier, string literal, numeric literal or [ for the computed key",
      "unreplayed undefined [running the contract tests with the last release itself] undefined:undefined could not be replayed: SyntaxError [ERR_INVALID_TYPESCRIPT_SYNTAX]: Unexpected token \`<eof>\`. Expected identifier, string literal, numeric literal or [ for the computed key",
      "example GET /keys [listKeys: with every argument] docs/keys.md:50 the mock refuses GET /v1/keys with 422: query.limit Request query parameter limit must be <= 10",
      "cell GET /keys [request all arguments] specs/acme.yaml:28 the mock refuses GET /keys with 422: query.limit Request query parameter limit must be <= 10",
    ]
  `);
});

test.each(["SIGINT", "SIGTERM"] as const)(
  "a replay that is stopped by %s leaves nothing behind",
  async (signal) => {
    const module = new URL("../../src/replay/temporary.ts", import.meta.url).href;
    const program = `import { inTemporaryFolder } from ${JSON.stringify(module)};
    await inTemporaryFolder((folder) => new Promise(() => {
      setInterval(() => {}, 1000);
      process.stdout.write(folder);
    }));`;
    const child = spawn(process.execPath, ["--input-type=module", "--eval", program]);
    const [there] = await once(child.stdout, "data");
    expect(readdirSync(folder)).toEqual([basename(String(there))]);
    const ended = once(child, "close");
    child.kill(signal);
    expect(await ended).toEqual([null, signal]);
    expect(readdirSync(folder)).toEqual([]);
  },
);

/** The base with other files. */
function spoilt(files: Readonly<Record<string, string>>): Snapshot {
  return { ...base, files: new Map([...base.files, ...Object.entries(files)]) };
}
