import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { diagnosticsOf } from "./diagnostics.ts";
import { proofsOf, type Proof } from "./proofs.ts";

/** What the compiler says of a package and its type test. */
export interface Compiled {
  /** Proof of an operation by name; undefined when the type test does not hold it. */
  proof(operation: { readonly name: string; readonly typeName: string }, name: string): Proof | undefined;
  /** What is wrong with a proof, or around it: then it proves nothing. */
  errors(proof: Proof): readonly string[];
}

/** Compiles the package that a type test belongs to, once, with its own settings. */
export async function compilePackage(typeTest: URL): Promise<Compiled> {
  const file = fileURLToPath(typeTest);
  const folder = dirname(dirname(file));
  const [text, output] = await Promise.all([readFile(file, "utf8"), compile(folder)]);
  const proofs = proofsOf(text);
  const diagnostics = diagnosticsOf(output);
  const here = relative(folder, file).split(sep).join("/");
  const within = ({ first, last }: Proof) =>
    diagnostics.filter(({ path, line }) => path === here && line >= first && line <= last);
  const claimed = new Set(proofs.flatMap(within));
  // Where anything else does not compile, a proof may hold for the wrong reason.
  const others = diagnostics.filter((diagnostic) => !claimed.has(diagnostic));
  return {
    proof: ({ name, typeName }, wanted) =>
      proofs.find(({ owner, name: own }) => own === wanted && (owner === name || owner === typeName)),
    errors: (proof) => [...within(proof), ...others].map(({ text: said }) => said),
  };
}

/** Output of the compiler, `path(line,column): error TS…: message`; empty when all is well. */
function compile(folder: string): Promise<string> {
  const tsc = join(dirname(fileURLToPath(import.meta.resolve("typescript/package.json"))), "bin", "tsc");
  const args = [tsc, "--noEmit", "--pretty", "false", "--project", "tsconfig.json"];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      // Found faults are a status of its own; anything else never got to the point.
      if (error !== null && stdout.trim() === "")
        reject(new Error(`the compiler failed: ${stderr || error.message}`));
      else resolve(stdout);
    });
  });
}
