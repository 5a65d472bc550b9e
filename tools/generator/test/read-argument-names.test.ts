import { describe, expect, test } from "vitest";
import { argumentNames } from "../src/read/names.ts";

const args = (...parameters: readonly string[]) =>
  argumentNames(
    parameters.map((parameter) => ({
      in: parameter.split(" ")[0] ?? "",
      name: parameter.split(" ")[1] ?? "",
    })),
  );

describe("arguments", () => {
  test("are called as on the wire", () => {
    expect(args("path userId", "query page[size]", "header X-Request-Id", "query class")).toEqual([
      "userId",
      "page[size]",
      "X-Request-Id",
      "class",
    ]);
  });

  test("of one name get their location in front", () => {
    expect(args("path id", "query id", "query o")).toEqual(["pathId", "queryId", "o"]);
  });

  test("never take the place of the body or of a prototype", () => {
    expect(args("query body", "query __proto__")).toEqual(["queryBody", "query__proto__"]);
  });

  test("keep their name when a changed one meets it", () => {
    expect(args("path id", "query id", "query queryId")).toEqual(["pathId", "queryId2", "queryId"]);
  });
});
