import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Has every module of this process get the package, its runtime and its mock from a folder; and examples, which read
 * secrets from files that nobody has here, files that are all there.
 */
export function resolveFrom(folder: string, name: string): void {
  const root = pathToFileURL(join(folder, "package.json")).href;
  const programs = pathToFileURL(join(folder, "programs")).href;
  const own = new RegExp(`^@keysmith/(?:runtime|mock|${name})(?:/|$)`);
  registerHooks({
    resolve: (specifier, context, next) => {
      if (own.test(specifier)) return next(specifier, { ...context, parentURL: root });
      const example = context.parentURL?.startsWith(`${programs}/`) === true;
      return example && specifier === "node:fs/promises"
        ? next(new URL("files.ts", import.meta.url).href, context)
        : next(specifier, context);
    },
  });
}
