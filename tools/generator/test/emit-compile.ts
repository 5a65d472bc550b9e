import { dirname, resolve } from "node:path";
import ts from "typescript";
import type { GeneratedFile } from "../src/emit/target.ts";

const packages = resolve(import.meta.dirname, "../../../packages");
const contract = resolve(import.meta.dirname, "../../contract");

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleDetection: ts.ModuleDetectionKind.Force,
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  noEmit: true,
  paths: {
    "@keysmith/runtime": [resolve(packages, "runtime/src/index.ts")],
    // As built: its sources would bring all of Prism's types along.
    "@keysmith/mock": [resolve(packages, "mock/dist/index.d.ts")],
    "@keysmith/contract/types": [resolve(contract, "src/types.ts")],
  },
};

/** Sources on disk, the compiler's own among them, are parsed once for all programs. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/**
 * Compiles a package in memory, as strictly as its users might, against the real runtime.
 *
 * @returns What the compiler objects to in these files, `path(line): message`; empty when nothing.
 */
export function compile(files: readonly GeneratedFile[]): readonly string[] {
  // Inside the runtime's own folder nothing else can be found by accident, and its dependencies are.
  const folder = resolve(packages, "runtime/in-memory");
  const sources = new Map(files.map((file) => [resolve(folder, file.path), file.text]));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile, directoryExists } = host;
  host.fileExists = (path) => sources.has(path) || fileExists(path);
  const folders = new Set([...sources.keys()].map(dirname));
  host.directoryExists = (path) => folders.has(path) || directoryExists?.(path) === true;
  host.readFile = (path) => sources.get(path) ?? readFile(path);
  host.getSourceFile = (path, language, ...rest) => {
    const text = sources.get(path);
    if (text !== undefined) return ts.createSourceFile(path, text, language);
    if (!parsed.has(path)) parsed.set(path, getSourceFile(path, language, ...rest));
    return parsed.get(path);
  };
  const roots = [...sources.keys()].filter((path) => path.endsWith(".ts"));
  const program = ts.createProgram(roots, options, host);
  // Only these files are judged: the runtime has its own tests, and checking it as well takes longer.
  const judged = roots.flatMap((path) => program.getSourceFile(path) ?? []);
  const faults = judged.flatMap((file): readonly ts.Diagnostic[] => program.getSyntacticDiagnostics(file));
  const errors = judged.flatMap((file) => program.getSemanticDiagnostics(file));
  return [...program.getOptionsDiagnostics(), ...faults, ...errors].map((error) => described(folder, error));
}

/** Kinds of the top-level statements and of everything that is not a comment: what document text must not change. */
export function syntaxOf(text: string): string {
  const source = ts.createSourceFile("syntax.ts", text, ts.ScriptTarget.ESNext, true);
  const kinds: string[] = [];
  const visit = (node: ts.Node): void => {
    kinds.push(ts.SyntaxKind[node.kind]);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return kinds.join(" ");
}

/** Tags of all doc comments, in order, as editors see them. */
export function tagsOf(text: string): readonly string[] {
  const source = ts.createSourceFile("tags.ts", text, ts.ScriptTarget.ESNext, true);
  // A comment belongs to a statement and to all that starts with it.
  const tags = new Set<ts.JSDocTag>();
  const visit = (node: ts.Node): void => {
    for (const tag of ts.getJSDocTags(node)) tags.add(tag);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...tags].map((tag) => tag.tagName.text);
}

function described(folder: string, { file, start, messageText }: ts.Diagnostic): string {
  const message = ts.flattenDiagnosticMessageText(messageText, " ");
  if (file === undefined || start === undefined) return message;
  const { line } = file.getLineAndCharacterOfPosition(start);
  return `${file.fileName.replace(`${folder}/`, "")}(${line + 1}): ${message}`;
}
