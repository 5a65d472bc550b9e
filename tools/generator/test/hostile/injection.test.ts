import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { build } from "esbuild";
import * as fc from "fast-check";
import { afterAll, describe, expect, test, vi } from "vitest";
import type { GeneratedFile } from "../../src/emit/target.ts";
import type { Json } from "../../src/read/model.ts";
import { compile } from "../emit-compile.ts";
import { nodesOf, parse } from "../markdown-parser.ts";
import { richDocument } from "./document.ts";
import { accepted, filesOf, shapeOf } from "./package.ts";
import { type Position, positionsOf } from "./positions.ts";
import { cocktail, fragments, harmless } from "./texts.ts";

/** Text of a document, wherever it stands, is text in the package: it adds no syntax, no import, no tag, no link. */

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), "keysmith-hostile-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Ways to put text into a place: names have to stay apart, addresses and components to look like what they are. */
const forms: readonly ((text: string) => (before: string) => string)[] = [
  (text) => () => text,
  (text) => (before) => before + text,
  (text) => (before) => before + text.replaceAll(/[\s"<>\\^`|{}#?\p{C}]+/gu, "-"),
  (text) => (before) => before + text.replaceAll(/[^\w.-]+/g, "-"),
];

interface Opening {
  readonly position: Position;
  readonly form: (text: string) => (before: string) => string;
}

const fill = (document: Json, openings: readonly Opening[], text: string): Json =>
  openings.reduce((whole, { position, form }) => position.with(whole, form(text)), document);

/** The places that take any text, as far as they can be filled at the same time. */
async function openingsOf(document: Json, text: string): Promise<readonly Opening[]> {
  const found: Opening[] = [];
  let filled = document;
  for (const position of positionsOf(document)) {
    for (const form of forms) {
      const next = position.with(filled, form(text));
      if (JSON.stringify(next) === JSON.stringify(filled) || (await accepted(folder, next)) === undefined)
        continue;
      found.push({ position, form });
      filled = next;
      break;
    }
  }
  return found;
}

async function packageFrom(document: Json): Promise<readonly GeneratedFile[] | undefined> {
  const source = await accepted(folder, document);
  return source && filesOf(source);
}

const shapesOf = (files: readonly GeneratedFile[]): readonly string[] =>
  files.filter(({ path }) => path.endsWith(".ts")).map(({ path, text }) => `${path} ${shapeOf(text)}`);

/** What pages must not obey: any markup, heading or address but their own. */
function obeyed(files: readonly GeneratedFile[]): readonly string[] {
  const markup = /^(?:<br>|<\/?code>|<!-- Generated from (?:(?!--).)+ by Keysmith\. (?:(?!--).)+ -->)$/;
  const address = /^(?:https?:\/\/|mailto:|#|docs\/|\.\.\/README\.md|openapi\.yaml$|[^:/]+\.md#)/;
  const found: string[] = [];
  for (const { path, text } of files.filter((file) => file.path.endsWith(".md"))) {
    const page = parse(text);
    for (const { value } of nodesOf(page, "html")) if (!markup.test(value)) found.push(`${path}: ${value}`);
    for (const { url } of nodesOf(page, "link")) if (!address.test(url)) found.push(`${path}: ${url}`);
    for (const { url } of nodesOf(page, "definition")) found.push(`${path}: ${url}`);
    for (const { url } of nodesOf(page, "image")) found.push(`${path}: image ${url}`);
  }
  return found;
}

const headingsOf = (files: readonly GeneratedFile[]): readonly number[] =>
  files.filter(({ path }) => path.endsWith(".md")).map(({ text }) => nodesOf(parse(text), "heading").length);

/** Who the package is and what it runs: nothing of that depends on the document's texts. */
function manifestsOf(files: readonly GeneratedFile[]): readonly unknown[] {
  return files
    .filter(({ path }) => path.endsWith(".json"))
    .map(({ text }): unknown =>
      // Descriptions and titles are text for people.
      JSON.parse(text, (key, value: unknown) => (key === "description" || key === "title" ? "" : value)),
    );
}

describe.each(["3.0", "3.1"] as const)("OpenAPI %s", async (version) => {
  const document = richDocument(version);
  const openings = await openingsOf(document, cocktail);
  const plain = (await packageFrom(fill(document, openings, harmless))) ?? [];
  const original = (await packageFrom(document)) ?? [];
  const everywhere = (await packageFrom(fill(document, openings, cocktail))) ?? [];

  test("most texts of a document may be anything", () => {
    const names = openings.map(({ position }) => position.name);
    expect(names.length).toBeGreaterThan(150);
    for (const place of [
      "/info/title",
      "/info/version",
      "/info/license/name",
      "/paths//things/{thing_id}/get/operationId",
    ]) {
      expect(names).toContain(place);
    }
  });

  test("everywhere at once: the syntax, imports and tags of harmless text", () => {
    expect(plain).not.toEqual([]);
    expect(shapesOf(everywhere)).toEqual(shapesOf(plain));
  });

  test("everywhere at once: the sources compile", async () => {
    expect(everywhere).not.toEqual([]);
    expect(compile(everywhere.filter(({ path }) => path.startsWith("src/")))).toEqual([]);
  });

  test("everywhere at once: pages and manifests obey nothing", () => {
    expect(obeyed(everywhere)).toEqual([]);
    expect(headingsOf(everywhere)).toEqual(headingsOf(plain));
    expect(manifestsOf(everywhere)).toEqual(manifestsOf(original));
  });

  test("everywhere at once: importing the package does nothing", async () => {
    const entry = await bundled(everywhere, version);
    const script = `globalThis.evil = () => { throw new Error("called"); };
      const before = [Object.getOwnPropertyNames(globalThis), Object.getOwnPropertyNames(Object.prototype)].join();
      const { createSample } = await import(${JSON.stringify(entry)});
      const client = createSample({ baseUrl: "https://example.com" });
      const after = [Object.getOwnPropertyNames(globalThis), Object.getOwnPropertyNames(Object.prototype)].join();
      console.log(before === after, typeof client.GET);`;
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      encoding: "utf8",
    });
    expect({ stdout, stderr }).toEqual({ stdout: "true function\n", stderr: "" });
  });

  test("one place at a time, any mixture: the shape of harmless text, or a refusal with a place", async () => {
    const expected = new Map<Opening, readonly string[]>();
    const mixture = fc.array(
      fc.oneof(fc.constantFrom(...fragments), fc.string({ unit: "binary", maxLength: 8 })),
      { minLength: 1, maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...openings), mixture, async (opening, parts) => {
        const files = await packageFrom(fill(document, [opening], `${parts.join("")}.`));
        if (files === undefined) return;
        const shapes =
          expected.get(opening) ?? shapesOf((await packageFrom(fill(document, [opening], harmless))) ?? []);
        expected.set(opening, shapes);
        expect(shapesOf(files)).toEqual(shapes);
        expect(obeyed(files)).toEqual([]);
        expect(manifestsOf(files)).toEqual(manifestsOf(original));
      }),
      { interruptAfterTimeLimit: 4000, numRuns: 1000, markInterruptAsFailure: false },
    );
  });
});

/** The package as one script, with the runtime in it. */
async function bundled(files: readonly GeneratedFile[], name: string): Promise<string> {
  const at = join(folder, name);
  for (const { path, text } of files.filter((file) => file.path.startsWith("src/"))) {
    mkdirSync(dirname(join(at, path)), { recursive: true });
    writeFileSync(join(at, path), text);
  }
  const outfile = join(at, "bundle.mjs");
  const runtime = resolve(import.meta.dirname, "../../../../packages/runtime/src/index.ts");
  await build({
    entryPoints: [join(at, "src/index.ts")],
    outfile,
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["import"],
    alias: { "@keysmith/runtime": runtime },
    logLevel: "silent",
  });
  return outfile;
}
