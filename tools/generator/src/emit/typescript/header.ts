import type { Api } from "../../read/model.ts";
import type { Target } from "../target.ts";
import { lineComment } from "./comment.ts";

/** Where a file comes from and how to change it; `write` recognises generated files by the beginning. */
export function origin(api: Api, target: Target): string {
  return target.kind === "workspace"
    ? `Generated from specs/${api.name}.yaml by Keysmith. Edit the document, then run \`pnpm generate ${api.name}\`.`
    : `Generated from the OpenAPI document of ${api.title} by Keysmith. Edit the document and generate again.`;
}

/** First line of every printed source. */
export function header(api: Api, target: Target): string {
  return lineComment(origin(api, target));
}

/** A source file: the header, then its parts with a blank line between them; absent ones leave no gap. */
export function sourceFile(api: Api, target: Target, parts: readonly string[]): string {
  return `${[header(api, target), ...parts.filter((part) => part !== "")].join("\n\n")}\n`;
}
