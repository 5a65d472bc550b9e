import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { cloneOf, installIn, openTemporaryFolder, run, snapshot } from "@keysmith/clone";
import { isMap, parseDocument } from "yaml";
import { type Measurement, measure } from "./measure.ts";

const ROOT = resolve(import.meta.dirname, "../../..");

/**
 * How long `pnpm changes` takes beside a `pnpm generate` that has nothing to do: with nothing changed, and with one
 * edit to one document, another one each time. Whole processes, in a clone of its own.
 */
export async function measureChanges(rounds: number): Promise<Measurement[]> {
  const { folder, remove } = openTemporaryFolder("keysmith-bench-");
  try {
    await snapshot(ROOT, join(folder, "origin"));
    const clone = await cloneOf(join(folder, "origin"), join(folder, "clone"));
    await installIn(clone);
    const [spec = ""] = globSync("specs/*.yaml", { cwd: clone }).toSorted();
    const original = readFileSync(join(clone, spec), "utf8");
    const pnpm = async (...command: string[]): Promise<void> => {
      await run(clone, ["pnpm", "--silent", ...command]);
    };
    const write = async (text: string): Promise<void> => {
      writeFileSync(join(clone, spec), text);
      await pnpm("generate");
    };
    let edits = 0;
    return await measure(
      [
        { name: "no-op generate", prepare: () => write(original), run: () => pnpm("generate") },
        { name: "changes, nothing changed", run: () => pnpm("changes") },
        {
          name: "changes, one edit",
          prepare: () => write(withProperty(original, `note${(edits += 1)}`)),
          run: () => pnpm("changes"),
        },
      ],
      rounds,
    );
  } finally {
    remove();
  }
}

/** The document with one more optional property, in the first schema that has any. */
function withProperty(text: string, name: string): string {
  const document = parseDocument(text);
  const schemas = document.getIn(["components", "schemas"]);
  const [schema] = isMap(schemas)
    ? schemas.items.filter(({ value }) => isMap(value) && value.has("properties"))
    : [];
  if (schema === undefined) throw new Error("No schema of the document has properties.");
  const place = ["components", "schemas", String(schema.key), "properties", name];
  document.setIn(place, document.createNode({ type: "string", description: "A note." }));
  return document.toString({ lineWidth: 0 });
}
