import { join } from "node:path";
import { expectSame } from "../expect.ts";
import { type Compilation, compile, type Compiler, type Diagnostic, type Resolution } from "./compile.ts";
import type { Consumer } from "./consumer.ts";
import { type Project, writeSources } from "./project.ts";

/**
 * Compiles with every compiler, as Node.js and as a bundler finds files. The first compiler writes the JavaScript, where
 * it is wanted.
 */
export async function requireCompiles(
  { stages, compilers, env, signal }: Consumer,
  { project, output }: { readonly project: Project; readonly output?: string },
  resolutions: readonly Resolution[],
  title: string,
): Promise<void> {
  const name = `${title}: the program compiles with TypeScript ${compilers.map(({ version }) => version).join(" and ")}`;
  await stages.run(name, async () => {
    for (const resolution of resolutions) {
      await Promise.all(
        compilers.map(async (compiler, index) => {
          const emits = output !== undefined && index === 0 && resolution === "nodenext";
          const compilation: Compilation = {
            project: project.folder,
            sources: "src",
            resolution,
            ...(emits && { output }),
          };
          const found = await compile(compiler, compilation, env, signal);
          if (found.length > 0)
            throw new Error(
              `TypeScript ${compiler.version} (${resolution}) finds:\n${found.map(show).join("\n")}`,
            );
        }),
      );
    }
  });
}

function show({ file, line, text }: Diagnostic): string {
  return `${file}:${line} ${text}`;
}

/** A program of before, and what has to become of it. */
interface Breakage {
  /** Has the packages of after. */
  readonly project: Project;
  readonly program: ReadonlyMap<string, string>;
  /** By provider: what the compiler has to name. */
  readonly broken: ReadonlyMap<string, string>;
}

/**
 * The program of earlier users is compiled against the newest of all: the files that use a broken provider must fail,
 * and no other.
 */
export async function requireBreaks(consumer: Consumer, breakage: Breakage, title: string): Promise<void> {
  const { project, program, broken } = breakage;
  const expected = [...program.keys()].filter((file) => broken.has(file.replace(/\.\w+$/, ""))).toSorted();
  await consumer.stages.run(`${title}: earlier programs break where the version says so`, async (note) => {
    writeSources(join(project.folder, OLD), program);
    await Promise.all(
      consumer.compilers.map((compiler) => requireBroken(consumer, compiler, breakage, expected)),
    );
    note(`${expected.join(" and ")} of ${program.size} files`);
  });
}

const OLD = "old";

async function requireBroken(
  { env, signal }: Consumer,
  compiler: Compiler,
  { project, broken }: Breakage,
  expected: readonly string[],
): Promise<void> {
  const compilation = { project: project.folder, sources: OLD, resolution: "nodenext" } as const;
  const found = await compile(compiler, compilation, env, signal);
  const files = [...new Set(found.map(({ file }) => file.replace(`${OLD}/`, "")))].toSorted();
  expectSame(`files that do not compile with TypeScript ${compiler.version}`, expected, files);
  for (const [provider, word] of broken) {
    const texts = found.filter(({ file }) => file.startsWith(`${OLD}/${provider}.`)).map(({ text }) => text);
    if (!texts.every((text) => text.includes(word)))
      throw new Error(
        `TypeScript ${compiler.version} does not name ${word} of ${provider}:\n${texts.join("\n")}`,
      );
  }
}
