/**
 * The one folder that knows the compiler.
 *
 * It is TypeScript 7's own API (`typescript/unstable/sync`): what users compile with, not a second compiler of another
 * age beside it. It holds a program in memory, answers whether one type fits another, and prints types. Measured for
 * automox, both states in one program of 212 files: 0.17 s until the first question, about 0.1 ms for each question;
 * TypeScript 5.9 needs 0.25 s to load itself, and would be a second place that imports it. "Unstable" is the price: the
 * catalog pins the exact version, and nothing outside this folder would notice another API.
 */
import { API, type Checker, type Project, type Symbol as Named, SymbolFlags } from "typescript/unstable/sync";
import { MemoryFiles } from "./files.ts";
import { type Shape, ShapeReader } from "./shape.ts";

/** What a module exports under a name. */
export interface Exported {
  readonly name: string;
  /** Whether it can be used as a value, and not in a type alone. */
  readonly isValue: boolean;
  /** Of a value its type, of a type what it declares. */
  readonly shape: Shape;
}

/** A program that is open until it is closed. */
export interface Program {
  /** What a module exports, by name; empty when there is no such file. */
  exportsOf(path: string): ReadonlyMap<string, Exported>;
  /** Whether a value of one type can be used where the other is expected. */
  isAssignable(source: Shape, target: Shape): boolean;
  [Symbol.dispose](): void;
}

/** The compiler's process, until it is closed. */
export interface Compiler {
  /**
   * Compiles files that exist in memory.
   *
   * @param root - Folder of the files, of this program alone; packages they import from elsewhere are looked for from
   *   there upwards.
   * @param files - Text by absolute path.
   * @param entries - The files to begin with; what they import comes along.
   */
  compile(root: string, files: ReadonlyMap<string, string>, entries: readonly string[]): Program;
  close(): void;
}

/** Starts the compiler. Programs that come one after another share what they have in common, such as its libraries. */
export function openCompiler(): Compiler {
  const memory = new MemoryFiles();
  const api = new API({ fs: memory.access });
  return {
    compile(root, files, entries) {
      const config = `${root}/tsconfig.json`;
      memory.add(root, new Map([...files, [config, configOf(entries)]]));
      const snapshot = api.updateSnapshot({ openProjects: [config] });
      const project = snapshot.getProject(config);
      if (!project) throw new Error(`The compiler has no project for ${config}.`);
      return programOf(project, root, () => {
        snapshot.dispose();
        memory.remove(root);
        api.updateSnapshot({ closeProjects: [config] }).dispose();
      });
    },
    close: () => api.close(),
  };
}

function programOf({ checker, program }: Project, root: string, close: () => void): Program {
  const reader = new ShapeReader(checker, root);
  return {
    exportsOf: (path) => {
      const file = program.getSourceFile(path);
      const module = file && checker.getSymbolAtLocation(file);
      if (!module) return new Map();
      return new Map(
        checker.getExportsOfModule(module).map((symbol) => [symbol.name, exported(checker, reader, symbol)]),
      );
    },
    isAssignable: (source, target) =>
      checker.isTypeAssignableTo(reader.typeOf(source), reader.typeOf(target)),
    [Symbol.dispose]: close,
  };
}

function exported(checker: Checker, reader: ShapeReader, symbol: Named): Exported {
  const target = symbol.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const isValue = (target.flags & SymbolFlags.Value) !== 0;
  // A class is both: what it makes is what people meet, `new` on one of ours is not.
  const asType = (target.flags & SymbolFlags.Type) !== 0;
  const type = asType ? checker.getDeclaredTypeOfSymbol(target) : checker.getTypeOfSymbol(target);
  return { name: symbol.name, isValue, shape: reader.read(type ?? checker.getUnknownType()) };
}

/** As strict as our users may be, on what browsers and servers have. */
function configOf(entries: readonly string[]): string {
  return JSON.stringify({
    compilerOptions: {
      target: "ES2022",
      lib: ["ES2024", "ESNext.Disposable", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
      types: [],
      module: "NodeNext",
      strict: true,
      exactOptionalPropertyTypes: true,
      allowImportingTsExtensions: true,
      skipLibCheck: true,
      noEmit: true,
    },
    files: entries,
  });
}
