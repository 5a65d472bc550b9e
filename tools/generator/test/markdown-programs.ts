import { toString } from "mdast-util-to-string";
import ts from "typescript";
import type { GeneratedFile } from "../src/emit/target.ts";
import { nodesOf, parse } from "./markdown-parser.ts";

/** The programs a reader would type from a page: its setup with each of its examples. */
export function programsOf(path: string, page: string, client: string): readonly GeneratedFile[] {
  const [setup = "", ...examples] = nodesOf(parse(page), "code")
    .filter(({ lang, meta }) => lang === "ts" && meta !== "signature")
    .map(({ value }) => value);
  const signatures = nodesOf(parse(page), "code").filter(({ meta }) => meta === "signature");
  return [
    ...["", ...examples].map((example) => program(setup, example)),
    ...signatures.map(({ value }) => signatureProgram(value, client)),
    ...optionLists(page).map((names) => optionProgram(names, client)),
  ].map((text, index) => ({ path: `examples/${path.replaceAll(/\W/g, "-")}-${index}.ts`, text }));
}

/** Imports first, as a module wants them; the example in a block of its own, so that it may reuse names. */
function program(setup: string, example: string): string {
  const [first, then] = [setup, example].map(split);
  const imports = new Set([...(first?.imports ?? []), ...(then?.imports ?? [])]);
  return [...imports, ...(first?.rest ?? []), "{", ...(then?.rest ?? []), "}", "export {};"].join("\n");
}

/** Compiles only if the client's method can be called as the signature says. */
function signatureProgram(signature: string, client: string): string {
  const names = new Set(signature.replaceAll(/"[^"]*"/g, "").match(/\b[A-Z]\w*/g));
  for (const global of ["Blob", "Record"]) names.delete(global);
  const imports = [client, ...names].map((name) => `type ${name}`).join(", ");
  return `import { ${imports} } from "package";\nexport const check = (client: ${client}): { ${signature} } => client;`;
}

/** Names of options where a page lists them. */
function optionLists(page: string): readonly (readonly string[])[] {
  return nodesOf(parse(page), "paragraph")
    .filter((paragraph) => toString(paragraph).startsWith("Both take "))
    .map((paragraph) => nodesOf(paragraph, "inlineCode").map(({ value }) => value));
}

/** Compiles only if all of these are options of a client or of a call. */
function optionProgram(names: readonly string[], client: string): string {
  return [
    `import type { CallOptions, ${client}Options } from "package";`,
    `export const check: (keyof CallOptions | keyof ${client}Options)[] = ${JSON.stringify(names)};`,
  ].join("\n");
}

function split(code: string): { readonly imports: readonly string[]; readonly rest: readonly string[] } {
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.ESNext, true);
  const statements = source.statements.map((node) => ({
    isImport: ts.isImportDeclaration(node),
    text: node.getText(source),
  }));
  return {
    imports: statements.filter(({ isImport }) => isImport).map(({ text }) => text),
    rest: statements.filter(({ isImport }) => !isImport).map(({ text }) => text),
  };
}
