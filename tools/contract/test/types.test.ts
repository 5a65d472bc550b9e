import { expect, test } from "vitest";
import { diagnosticsOf } from "../src/compile/diagnostics.ts";
import { findings, red, verdictsOf } from "./check-document.ts";

/** Verdicts of one operation's cells of types. */
async function typesOf(change: (text: string) => string): ReturnType<typeof verdictsOf> {
  const verdicts = await verdictsOf({}, { only: "updateKey", types: change });
  return verdicts.filter(({ cell }) => cell.kind === "type");
}

test("proofs that the compiler accepts are green", async () => {
  const verdicts = await typesOf((text) => text);
  expect(verdicts).toHaveLength(13);
  expect(red(verdicts)).toEqual([]);
});

test.each([
  ["a fact that is not so", "  data: Proven<true>;", "  data: Proven<\n    false\n  >;", "the data"],
  [
    "a call that compiles",
    '@ts-expect-error "body" is required.\n  call({ a: 2 });',
    '@ts-expect-error "body" is required.\n  call({ a: 1 });',
    'refuses a call: "body" is required.',
  ],
])("%s is red in its cell alone, with what the compiler says", async (_, from, to, cell) => {
  const verdicts = await typesOf((text) => text.replaceAll(from, to));
  expect(red(verdicts)).toEqual([`updateKey type: ${cell}`]);
  const [finding] = findings(verdicts);
  expect(finding).toMatchObject({ culprit: "generator", message: "the compiler does not accept the proof" });
  expect(String(finding?.got)).toMatch(/types\.test-d\.ts\(\d+,\d+\): error TS\d+/);
});

test("a proof that is not there is red", async () => {
  const verdicts = await typesOf((text) => text.replaceAll(/^ {2}"error 404".*\n/gm, ""));
  expect(red(verdicts)).toEqual(["updateKey type: the body of error 404"]);
  expect(findings(verdicts)).toMatchObject([{ message: "the type test does not prove: error 404" }]);
});

test("where anything else does not compile, nothing is proven", async () => {
  const verdicts = await typesOf((text) => `${text}export const one: string = 1;\n`);
  expect(red(verdicts)).toHaveLength(verdicts.length);
});

test("without a type test every cell of types is red", async () => {
  const verdicts = await typesOf(() => "");
  expect(red(verdicts)).toHaveLength(verdicts.length);
});

test("reads what the compiler prints", () => {
  const output = [
    "test/types.test-d.ts(3,5): error TS2344: Type 'false' does not satisfy the constraint 'true'.",
    "  more of it",
    "error TS18003: No inputs were found.",
    "",
  ];
  expect(diagnosticsOf(output.join("\r\n"))).toEqual([
    { path: "test/types.test-d.ts", line: 3, text: output[0] },
    { path: "", line: 0, text: output[2] },
  ]);
});
