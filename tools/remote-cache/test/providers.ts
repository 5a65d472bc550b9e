import { readdirSync } from "node:fs";
import { basename, extname, resolve } from "node:path";

/** Whoever adds or removes a provider has nothing to edit here. */
export const providers = readdirSync(resolve(import.meta.dirname, "../../../specs"))
  .filter((file) => extname(file) === ".yaml")
  .map((file) => basename(file, ".yaml"))
  .toSorted();

/** The one whose tests stand for those of all. */
export const provider = providers.at(-1) ?? "";
