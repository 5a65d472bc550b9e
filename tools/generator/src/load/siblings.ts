import { readdirSync } from "node:fs";
import { basename, dirname } from "node:path";
import { suggestion } from "./nearest.ts";

/** `" Did you mean `keys.yaml`?"` when a file with a similar name lies where `path` was looked for, else nothing. */
export function siblingSuggestion(path: string): string {
  try {
    return suggestion(basename(path), readdirSync(dirname(path)));
  } catch {
    return " Its folder does not exist either.";
  }
}
