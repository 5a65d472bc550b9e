import { resolve } from "node:path";
import type { Compiler, Program } from "./compiler/compiler.ts";
import type { TypedState } from "./walk.ts";

/**
 * Where the files of both states are, in memory: below the runtime, so that openapi-fetch is found where the runtime
 * finds it.
 */
const ROOT = resolve(import.meta.dirname, "../../../../packages/runtime/.states");
let count = 0;

export type Side = "before" | "after";

/** Both states of a package in one program. */
export interface States extends Program {
  /** Path of a file of one state, from its path in the package: `src/index.ts`. */
  path(side: Side, file: string): string;
}

/** What calls without operations give and get, by openapi-fetch's own types. */
const RAW = `
import type { FetchResponse, ParamsOption, RequestBodyOption } from "openapi-fetch";
import type { paths } from "./src/schema.ts";

type Answer<T extends Record<string | number, any>> = FetchResponse<T, {}, \`\${string}/\${string}\`>;
type DataOf<A> = A extends { data: infer Data; error?: never } ? Data : never;
type ErrorOf<A> = A extends { error: infer Failure; data?: never } ? Failure : never;

export type Raw = {
  [Path in keyof paths]: {
    [Method in keyof paths[Path] as paths[Path][Method] extends { responses: any } ? Method : never]:
      paths[Path][Method] extends infer T extends Record<string | number, any>
        ? { init: ParamsOption<T> & RequestBodyOption<T>; data: DataOf<Answer<T>>; error: ErrorOf<Answer<T>> }
        : never;
  };
};
`;

/** Compiles pairs of states, one after another. The last one stays: the other way round it is the same program. */
export class StatesCompiler {
  readonly #compiler: Compiler;
  #last: { readonly states: States; readonly before: TypedState; readonly after: TypedState } | undefined;

  constructor(compiler: Compiler) {
    this.#compiler = compiler;
  }

  compile(before: TypedState, after: TypedState): States {
    const last = this.#last;
    if (last && isSameState(last.before, before) && isSameState(last.after, after)) return last.states;
    if (last && isSameState(last.before, after) && isSameState(last.after, before))
      return { ...last.states, path: (side, file) => last.states.path(OTHER[side], file) };
    last?.states[Symbol.dispose]();
    this.#last = undefined;
    const states = compileStates(this.#compiler, before, after);
    this.#last = { states, before, after };
    return states;
  }
}

const OTHER = { before: "after", after: "before" } as const;

function isSameState(one: TypedState, other: TypedState): boolean {
  return (["files", "runtime", "mock"] as const).every((part) => isSame(one[part], other[part]));
}

/** Compiles two states together: what is the same in both is there once, and equal without a comparison. */
function compileStates(compiler: Compiler, before: TypedState, after: TypedState): States {
  const root = `${ROOT}/${++count}`;
  const files = new Map<string, string>();
  const shared = (["runtime", "mock"] as const).every((name) => isSame(before[name], after[name]));
  const entries: string[] = [];
  for (const [side, snapshot] of [
    ["before", before],
    ["after", after],
  ] as const) {
    const folder = `${root}/${side}`;
    for (const [path, text] of snapshot.files)
      if (/^src\/.*\.ts$/.test(path)) files.set(`${folder}/${path}`, text);
    files.set(`${folder}/package.json`, `{ "type": "module" }`);
    if (snapshot.files.has("src/schema.ts")) files.set(`${folder}/raw.ts`, RAW);
    const modules = shared ? `${root}/node_modules` : `${folder}/node_modules`;
    for (const name of ["runtime", "mock"] as const)
      addPackage(files, `${modules}/@keysmith/${name}`, snapshot[name]);
    for (const file of ["src/index.ts", "src/functions.ts", "src/mock.ts", "raw.ts"])
      if (files.has(`${folder}/${file}`)) entries.push(`${folder}/${file}`);
  }
  return Object.assign(compiler.compile(root, files, entries), {
    path: (side: Side, file: string) => `${root}/${side}/${file}`,
  });
}

/** A package as an import finds it, compiled from its sources: nothing was built of a state that is only text. */
function addPackage(files: Map<string, string>, folder: string, sources: ReadonlyMap<string, string>): void {
  for (const [path, text] of sources) if (path.endsWith(".ts")) files.set(`${folder}/${path}`, text);
  files.set(`${folder}/package.json`, `{ "type": "module", "exports": { ".": "./src/index.ts" } }`);
}

/** Whether two sets of sources are the same text; only what is compiled counts. */
export function isSame(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): boolean {
  const [one, other] = [sourcesIn(before), sourcesIn(after)];
  return one.length === other.length && one.every((file, index) => file === other[index]);
}

function sourcesIn(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files].flatMap(([path, text]) => (path.endsWith(".ts") ? [`${path}\n${text}`] : [])).toSorted();
}
