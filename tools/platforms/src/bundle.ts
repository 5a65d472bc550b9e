import { join } from "node:path";
import { build } from "esbuild";

/**
 * Bundles a module as an application would for a browser: a built-in module of Node.js anywhere in it fails the build.
 */
export async function bundleForBrowsers(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: join(import.meta.dirname, "scenario"), loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  return outputFiles.map(({ text }) => text).join("");
}
