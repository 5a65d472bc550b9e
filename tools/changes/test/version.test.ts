import { expect, test } from "vitest";
import { satisfies, versionAfter } from "../src/verdict/version.ts";

test("a bump leads to a version", () => {
  expect(versionAfter("0.1.0", "none")).toBe("0.1.0");
  expect(versionAfter("0.1.0", "minor")).toBe("0.2.0");
  expect(versionAfter("1.2.3", "major")).toBe("2.0.0");
});

test("a prerelease of a version will be that version", () => {
  expect(satisfies("0.2.0-next.1", "0.2.0", "0.1.0")).toBe(true);
  expect(satisfies("0.1.9-next.1", "0.2.0", "0.1.0")).toBe(false);
  expect(satisfies("0.10.0", "0.9.0", "0.8.0")).toBe(true);
  expect(satisfies("0.2.0-next.1", "0.2.0", "0.2.0-next.0")).toBe(true);
  expect(satisfies("0.2.0-next.1", "0.2.0", "0.2.0-next.1")).toBe(false);
});
