import type { Api } from "../../read/model.ts";
import { jsonText } from "./json.ts";

/**
 * `turbo.json`: generating depends on the package's own document, so a changed document re-runs this package and no
 * other. What all packages depend on stands in the root's `turbo.json`.
 */
export function emitTurbo(api: Api): string {
  const document = `$TURBO_ROOT$/specs/${api.name}.yaml`;
  const referredFiles = `$TURBO_ROOT$/specs/${api.name}/**`;
  const inputs = ["$TURBO_EXTENDS$", document, referredFiles];
  return jsonText({ extends: ["//"], tasks: { generate: { inputs }, "check:generated": { inputs } } });
}
