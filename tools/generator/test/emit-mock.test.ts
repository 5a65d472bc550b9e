import { globSync } from "node:fs";
import { join, resolve } from "node:path";
import { createMockFetch, MockError } from "@keysmith/mock";
import { describe, expect, test, vi } from "vitest";
import type { GeneratedFile } from "../src/emit/target.ts";
import {
  exampleNames,
  mockAnswers,
  mockedOperations,
  statusFor,
} from "../src/emit/typescript/mock-answers.ts";
import { load } from "../src/load/index.ts";
import { read } from "../src/read/index.ts";
import { formatFiles } from "../src/write/format.ts";
import { workspace } from "./emit-api.ts";
import { compile } from "./emit-compile.ts";
import { emitWhole } from "./emit-whole.ts";

// The compiler takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const keys = join(import.meta.dirname, "fixtures/mock/keys.yaml");

describe("the type test of a package's mock", async () => {
  const source = await load(keys);
  const whole = [...emitWhole(source, read(source, "keys"), workspace)];
  // Formatted: an expected error must still be on the very next line.
  const printed = await formatFiles(
    whole.filter(({ path }) => path.startsWith("src/") || path === "test/mock.test-d.ts"),
  );
  const variants = [
    ["an operation is missing", '"make.key":', '"make_key":'],
    ["any operation will do", "export interface KeysMockOperations {", "$&\n[operation: string]: any;"],
    ["a status is missing", "404: MockAnswer;", ""],
    ["there is one status more", "404: MockAnswer;", "404: MockAnswer; 299: MockAnswer;"],
    ["any status will do", "404: MockAnswer;", "404: MockAnswer; default: MockAnswer;"],
    ["an example is missing", '"old" | "new"', '"old"'],
    ["any example will do", '"old" | "new"', "string"],
    ["an example without a name has one", "200: MockAnswer<Key>", "200: MockAnswer<Key, string>"],
    ["a range is missing", '"2XX": MockAnswer', '"3XX": MockAnswer'],
  ] as const;
  // One run of the compiler for all of them: each package in a folder of its own, the untouched one in `sound`.
  const errors = compile([
    ...placed("sound", printed),
    ...variants.flatMap(([, from, to], index) =>
      placed(
        String(index),
        printed.map(({ path, text }) => ({
          path,
          text: path === "src/mock.ts" ? text.replace(from, to) : text,
        })),
      ),
    ),
  ]);

  test("passes as it is", () => {
    expect(errors.filter((error) => error.startsWith("sound/"))).toEqual([]);
  });

  test.each(variants.map(([what], index) => [what, `${index}/test/mock.test-d.ts`]))(
    "fails when %s",
    (_, path) => {
      expect(errors.filter((error) => error.startsWith(path))).not.toEqual([]);
    },
  );
});

test("operations are called what the mock calls them, also where they have no id of their own", async () => {
  const api = read(await load(keys), "keys");
  expect(mockedOperations(api).map(({ mockId }) => mockId)).toEqual([
    "getKey",
    "PUT /keys/{id}",
    "DELETE /keys/{id}",
    "make.key",
    "POST /second",
  ]);
});

const root = resolve(import.meta.dirname, "../../..");

test.each([
  ...globSync("specs/*.yaml", { cwd: root }),
  ...["fixtures/mock/keys.yaml", "golden-docs/vault.yaml", "fixtures/standalone/petstore.json"].map(
    (file) => `tools/generator/test/${file}`,
  ),
])("%s: whatever the types allow is something the mock can answer", async (file) => {
  const path = join(root, file);
  const api = read(await load(path), "keys");
  const mock = createMockFetch({ spec: path });
  for (const operation of mockedOperations(api)) {
    const scenario = mock.on(operation.mockId);
    for (const answer of mockAnswers(operation)) {
      const status = statusFor(operation, answer) ?? 0;
      scenario.reply(status);
      for (const example of exampleNames(answer)) scenario.reply(status, { example });
    }
  }
  expect(() => mock.on("nothing of the kind")).toThrow(MockError);
});

function placed(place: string, files: readonly GeneratedFile[]): readonly GeneratedFile[] {
  return files.map(({ path, text }) => ({ path: `${place}/${path}`, text }));
}
