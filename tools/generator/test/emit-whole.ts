import { emit } from "../src/emit/index.ts";
import { emitSchema } from "../src/emit/schema.ts";
import type { GeneratedFile, Target } from "../src/emit/target.ts";
import { sourceFile } from "../src/emit/typescript/header.ts";
import type { JsonObject, Source } from "../src/load/index.ts";
import { normalForm } from "../src/read/index.ts";
import type { Api } from "../src/read/model.ts";

/** Everything a package consists of, `src/schema.ts` included, in this thread; not formatted. */
export function* emitWhole(source: Source, api: Api, target: Target): Generator<GeneratedFile> {
  yield* emit(source, api, target);
  yield { path: "src/schema.ts", text: sourceFile(api, target, [schemaOf(source.document)]) };
}

/** What `src/schema.ts` says below its header. */
export function schemaOf(document: JsonObject): string {
  return emitSchema(normalForm(document));
}
