import { expect, test } from "vitest";
import type { Defect } from "../src/document.ts";
import type { Failure, Result } from "../src/result.ts";
import { judge } from "../src/verdict.ts";

const refusal = (pointer: string): Failure => ({ stage: "generate", pointer, message: "is wrong" });
const defect = (at: string): Defect => ({ at, because: "OpenAPI forbids it" });

function verdict(defects: readonly Defect[], failures: readonly Failure[]): string {
  const document = { name: "pets", from: { name: "pets", version: "1.0.0" }, path: "pets.json", defects };
  return judge({ document, failures } as unknown as Result).kind;
}

test("a document without defects passes when nothing fails", () => {
  expect(verdict([], [])).toBe("passed");
  expect(verdict([], [refusal("#/info")])).toBe("failed");
});

test("a refusal is explained by its defects, at their places or below", () => {
  expect(verdict([defect("#/info")], [refusal("#/info/title")])).toBe("explained");
  expect(
    verdict([defect("#/paths/*/get")], [refusal("#/paths/~1a/get"), refusal("#/paths/~1b/get/tags")]),
  ).toBe("explained");
});

test("a problem that is no known defect is a failure, beside known ones too", () => {
  expect(verdict([defect("#/info")], [refusal("#/info"), refusal("#/paths")])).toBe("failed");
  expect(verdict([defect("#/info")], [refusal("#/informal")])).toBe("failed");
});

test("a defect that is not reported any more is a failure", () => {
  expect(verdict([defect("#/info")], [])).toBe("failed");
  expect(verdict([defect("#/info"), defect("#/paths")], [refusal("#/info")])).toBe("failed");
});

test("a defect of the document explains calls of the operation it is in, and no failure of a compiler", () => {
  const call = { stage: "call", pointer: "#/paths/~1pets/get", message: "pets: ConfigError" } as const;
  expect(verdict([defect("#/paths/~1pets/get")], [call])).toBe("explained");
  expect(verdict([defect("#/info")], [{ stage: "tsc 7", message: "TS2322" }])).toBe("failed");
  expect(verdict([defect("#/info")], [{ stage: "generate", message: "TypeError" }])).toBe("failed");
});
