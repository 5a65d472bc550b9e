import type { Operation } from "@keysmith/generator";
import type { Snapshot } from "../../snapshot/snapshot.ts";
import type { Example } from "./example.ts";
import { examplesOfPage } from "./markdown.ts";
import { examplesOfProgram, scenariosOf, serverChoicesOf, testOf } from "./test-files.ts";

/** Everything that a release shows its users how to do. What is shown twice is there once, where they read it first. */
export function examplesOf({ files, api, name }: Snapshot): readonly Example[] {
  const pages = [...files.keys()].filter((path) => /^(?:README|docs\/.*)\.md$/.test(path)).toSorted();
  const test = (path: string, find: (file: string, text: string) => readonly Found[]): readonly Found[] => {
    const text = files.get(path);
    return text === undefined ? [] : find(path, byName(text, name));
  };
  const seen = new Set<string>();
  return [
    ...pages.flatMap((path) => examplesOfPage(path, files.get(path) ?? "")),
    ...test("test/examples.test-d.ts", examplesOfProgram),
    ...test("test/mock.test.ts", (file, text) => [testOf(file, text)]),
    ...test("test/mock.test-d.ts", scenariosOf),
    ...test("test/types.test-d.ts", serverChoicesOf),
  ].flatMap((example) => {
    const key = `${example.told} ${essence(example.code)}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const operation = operationIn(example.code, api.operations);
    return [{ ...example, operation: operation && `${operation.method} ${operation.path}` }];
  });
}

type Found = Omit<Example, "operation">;

/** Tests of the package name its sources; users name the package. */
function byName(text: string, name: string): string {
  return text
    .replaceAll('"../src/index.ts"', `"@keysmith/${name}"`)
    .replaceAll(/"\.\.\/src\/(\w+)\.ts"/g, `"@keysmith/${name}/$1"`);
}

/** The same code, however it is laid out. */
function essence(code: string): string {
  return code.replaceAll(/\s+/g, "").replaceAll(/,(?=[\])}])/g, "");
}

/** The operation an example calls first: by name, or by its path. */
function operationIn(code: string, operations: readonly Operation[]): Operation | undefined {
  const found = operations.flatMap((operation) => {
    const { name, method, path } = operation;
    const calls = [`.${name}(`, ` ${name}(`, `.on("${name}")`, `.${method}(${JSON.stringify(path)}`];
    return calls.map((call) => ({ operation, at: code.indexOf(call) })).filter(({ at }) => at >= 0);
  });
  return found.toSorted((one, other) => one.at - other.at)[0]?.operation;
}
