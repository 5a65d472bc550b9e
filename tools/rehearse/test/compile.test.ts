import { expect, test } from "vitest";
import { countOf } from "../src/consumer/answers.ts";
import { compilers, parseDiagnostics } from "../src/consumer/compile.ts";

test("programs are held to the two versions of TypeScript that users have", () => {
  expect(compilers().map(({ version }) => version.replace(/\.\d+$/, ""))).toEqual(["5.9", "7.0"]);
});

test("what a compiler prints is read with its explanations, wherever it belongs", () => {
  const printed = `src/a.mts(3,4): error TS2741: One.
  Because.
    Of this.
error TS5083: Cannot read file.
src/b (1).cts(12,1): error TS1: Two.
`;
  expect(parseDiagnostics(printed)).toEqual([
    { file: "src/a.mts", line: 3, text: "error TS2741: One.\n  Because.\n    Of this." },
    { file: "", line: 0, text: "error TS5083: Cannot read file." },
    { file: "src/b (1).cts", line: 12, text: "error TS1: Two." },
  ]);
});

test("a program has to say that it called every provider", () => {
  expect(countOf("pets 5 calls\nzoo 3 calls\n", ["pets", "zoo"])).toBe(8);
  for (const printed of ["", "pets 5 calls", "pets 5 calls\nzoo 0 calls\n"])
    expect(() => countOf(printed, ["pets", "zoo"])).toThrow("did not call every provider");
});
