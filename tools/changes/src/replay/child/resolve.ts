import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Place } from "./task.ts";

/**
 * Has the tools of this process get the package from the folder it is laid out in, and the mock they work with from
 * where they know what it can do: an old release has one of its own. Examples, which read secrets from files that nobody
 * has here, get files that are all there.
 */
export function resolveFrom({ folder, name, tools }: Place): void {
  const [own, programs] = [urlOf(folder), urlOf(folder, "programs")];
  registerHooks({
    resolve: (specifier, context, next) => {
      const from = context.parentURL ?? "";
      const [, asked] = /^@keysmith\/([\w-]+)/.exec(specifier) ?? [];
      // What is laid out finds its own.
      if (asked !== undefined && !from.startsWith(`${own}/`)) {
        if (asked === name) return next(specifier, { ...context, parentURL: urlOf(folder, "package.json") });
        if (asked === "mock" || asked === "runtime")
          return next(specifier, { ...context, parentURL: urlOf(tools, "package.json") });
      }
      return from.startsWith(`${programs}/`) && specifier === "node:fs/promises"
        ? next(new URL("files.ts", import.meta.url).href, context)
        : next(specifier, context);
    },
  });
}

function urlOf(...path: readonly string[]): string {
  return pathToFileURL(join(...path)).href;
}
