import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Cell } from "../src/cells/cell.ts";

/** A type test that holds a proof for every cell, as the generator would print it; each proof can be broken. */
export async function writeTypeTest(
  cells: readonly Cell[],
  change: (text: string) => string = (text) => text,
): Promise<URL> {
  const folder = await mkdtemp(join(tmpdir(), "contract-types-"));
  const file = join(folder, "test", "types.test-d.ts");
  await mkdir(join(folder, "test"));
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(settings));
  await writeFile(file, change(typeTest(cells)));
  return pathToFileURL(file);
}

const settings = {
  compilerOptions: { strict: true, noEmit: true, types: [], lib: ["es2022"] },
  include: ["test"],
};

function typeTest(cells: readonly Cell[]): string {
  const lines = ["type Proven<Fact extends true> = Fact;", "declare function call(args: { a: 1 }): void;"];
  for (const operation of new Set(cells.map((cell) => cell.operation))) {
    const proofs = cells.flatMap((cell) =>
      cell.kind === "type" && cell.operation === operation ? [cell.proof] : [],
    );
    const calls = proofs.filter((proof) => proof.endsWith("."));
    const facts = proofs.filter((proof) => !proof.endsWith("."));
    lines.push(
      `export interface ${operation.typeName}Types {`,
      ...facts.map((fact) => `  ${/\s/.test(fact) ? JSON.stringify(fact) : fact}: Proven<true>;`),
      "}",
      `export function ${operation.name}Calls(): void {`,
      ...calls.flatMap((proof) => [`  // @ts-expect-error ${proof}`, "  call({ a: 2 });"]),
      "}",
    );
  }
  return `${lines.join("\n")}\n`;
}
