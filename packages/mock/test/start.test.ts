import { mkdtemp, mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { knownProviders, locateProvider } from "../src/document/locate.ts";
import { MockError, startMock, startMocks } from "../src/index.ts";
import { keysDocument, TOKEN } from "./document.ts";
import { scratchWorkspace } from "./workspace.ts";

test("serves many documents from one process, each on a port of its own", async () => {
  const mocks = await startMocks(["keys", "locks", "doors"].map((name) => ({ name, spec: keysDocument() })));
  expect(mocks.map((mock) => mock.name)).toEqual(["keys", "locks", "doors"]);
  expect(new Set(mocks.map((mock) => mock.url)).size).toBe(3);
  for (const mock of mocks) {
    expect(mock.operations).toBe(
      Object.values(keysDocument().paths).flatMap((item) => Object.keys(item)).length,
    );
    expect((await fetch(`${mock.url}/keys/1`, { headers: TOKEN })).status).toBe(200);
  }
  await Promise.all(mocks.map((mock) => mock.close()));
});

test("reads a path, a URL and a parsed document", async () => {
  const file = join(await mkdtemp(join(tmpdir(), "mock-")), "keys.json");
  await writeFile(file, JSON.stringify(keysDocument()));
  const mocks = await startMocks([
    { spec: file },
    { spec: pathToFileURL(file) },
    { spec: pathToFileURL(file).href },
    { spec: keysDocument() },
  ]);
  expect(mocks.map((mock) => mock.name)).toEqual(["keys", "keys", "keys", "mock"]);
  for (const mock of mocks) expect((await fetch(`${mock.url}/keys/1`, { headers: TOKEN })).status).toBe(200);
  await Promise.all(mocks.map((mock) => mock.close()));
});

test.each([
  ["swagger: '2.0'", "found Swagger 2.0"],
  ["openapi: 3.1.0\nfoo: [", ":2:"],
  ["", "expected an object"],
  ["openapi: 4.0.0", 'found "4.0.0"'],
])("%j is refused with a sentence", async (text, message) => {
  const file = join(await mkdtemp(join(tmpdir(), "mock-")), "broken.yaml");
  await writeFile(file, text);
  await expect(startMock({ spec: file })).rejects.toThrow(message);
  await expect(startMock({ spec: file })).rejects.toBeInstanceOf(MockError);
});

test("documents are never fetched from the network", async () => {
  await expect(startMock({ spec: new URL("https://example.com/api.yaml") })).rejects.toThrow("is not a file");
});

test("a provider is the document of that name in the workspace around", async () => {
  const root = await scratchWorkspace("keys", "locks");
  await mkdir(join(root, "apps/shop"), { recursive: true });
  expect(locateProvider("locks", join(root, "apps/shop"))).toBe(join(root, "specs/locks.yaml"));
  expect(knownProviders(join(root, "apps/shop"))).toEqual(["keys", "locks"]);
});

test("an unknown provider is refused with the known ones; a name cannot leave the folder", async () => {
  const root = await scratchWorkspace("keys", "locks");
  expect(() => locateProvider("key", root)).toThrow('Unknown provider "key": known are keys, locks');
  expect(() => locateProvider("../specs/keys", root)).toThrow("Unknown provider");
  await expect(startMock({ provider: "nobody" })).rejects.toThrow(/Unknown provider "nobody": known are \w+/);
});

test("outside a workspace a provider is found in the installed packages", async () => {
  const folder = await mkdtemp(join(tmpdir(), "mock-"));
  const installed = join(folder, "node_modules/@keysmith/acme");
  await mkdir(installed, { recursive: true });
  await writeFile(
    join(installed, "package.json"),
    JSON.stringify({ name: "@keysmith/acme", exports: { "./openapi.yaml": "./openapi.yaml" } }),
  );
  await writeFile(join(installed, "openapi.yaml"), "openapi: 3.1.0");
  expect(knownProviders(folder)).toContain("acme");
  expect(locateProvider("acme", folder)).toMatch(/acme[/\\]openapi\.yaml$/);
});

test("a taken port is a sentence, and the mocks started beside are stopped", async () => {
  const first = await startMock({ spec: keysDocument() });
  const port = Number(new URL(first.url).port);
  await expect(startMocks([{ spec: keysDocument() }, { spec: keysDocument(), port }])).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is in use`,
  );
  await first.close();
});

test("after close the port is free, though a connection was open", async () => {
  const mock = await startMock({ spec: keysDocument() });
  await fetch(`${mock.url}/keys/1`, { headers: TOKEN });
  const port = Number(new URL(mock.url).port);
  await mock.close();
  await using again = await startMock({ spec: keysDocument(), port });
  expect(again.url).toBe(mock.url);
});

test("the journal keeps the latest exchanges only", async () => {
  await using mock = await startMock({ spec: keysDocument(), journal: 2 });
  for (const id of [1, 2, 3]) await fetch(`${mock.url}/keys/${id}`, { headers: TOKEN });
  expect(mock.exchanges.map((exchange) => exchange.target)).toEqual(["/keys/2", "/keys/3"]);
});
