import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Result } from "./scenario/check.ts";

/** What every platform has beside the language itself; all of it is in the Minimum Common Web API (ECMA-429). */
const WEB_GLOBALS = new Set(
  [
    "AbortController, AbortSignal, Blob, File, FormData, Headers, ReadableStream, Request, Response",
    "TextDecoder, TextEncoder, URL, URLSearchParams, btoa, clearTimeout, crypto, fetch, performance, setTimeout",
  ].flatMap((names) => names.split(", ")),
);

/** Looked for where it may not be, with a way on without it. */
const OPTIONAL = new Set(["process"]);

/** The globals that a bundle of a package uses, by name. */
export function globalsOf(bundle: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), "keysmith-globals-"));
  try {
    const config = { categories: {}, plugins: [], env: { builtin: true }, rules: { "no-undef": "error" } };
    writeFileSync(join(folder, "oxlint.json"), JSON.stringify(config));
    writeFileSync(join(folder, "bundle.js"), bundle);
    // As a variable.
    const bare = undefinedIn(folder).map((message) => /'(.+?)'/.exec(message)?.[1] ?? message);
    // As a property of the global object, directly or by destructuring.
    const members = [...bundle.matchAll(/\bglobalThis\.(\w+)/g)].map(([, name = ""]) => name);
    const taken = [...bundle.matchAll(/\{([^{}]*)\}\s*=\s*globalThis\b/g)].flatMap(([, names = ""]) =>
      names.split(",").map((name) => name.split(/[:=]/)[0]?.trim() ?? ""),
    );
    return [...new Set([...bare, ...members, ...taken])].toSorted();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function checkGlobals(globals: readonly string[]): Result {
  const name = "bundle uses web globals only";
  const others = globals.filter((one) => !WEB_GLOBALS.has(one) && !OPTIONAL.has(one));
  return others.length === 0 ? { name } : { name, problem: `also uses ${others.join(", ")}` };
}

function undefinedIn(folder: string): string[] {
  const manifest = createRequire(import.meta.url).resolve("oxlint/package.json");
  const args = [
    join(dirname(manifest), "bin/oxlint"),
    "--config",
    "oxlint.json",
    "--format",
    "json",
    "bundle.js",
  ];
  let output: string;
  try {
    output = execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    // It found some, as expected.
    output = String(Object(error).stdout);
  }
  const { diagnostics } = JSON.parse(output) as { diagnostics: readonly { message: string; code: string }[] };
  return diagnostics.filter(({ code }) => code.includes("no-undef")).map(({ message }) => message);
}
