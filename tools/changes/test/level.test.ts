import { expect, test } from "vitest";
import { bumpFor, highest, LEVELS, reaches } from "../src/verdict/level.ts";

test("the largest level decides", () => {
  expect(highest([])).toBe("none");
  expect(highest(["patch", "major", "minor"])).toBe("major");
  expect(reaches("minor", "major")).toBe(false);
  expect(reaches("minor", "minor")).toBe(true);
});

test("before 1.0.0 what breaks is a minor, and everything else a patch", () => {
  expect(LEVELS.map((level) => bumpFor(level, "0.4.2"))).toEqual(["none", "patch", "patch", "minor"]);
  expect(LEVELS.map((level) => bumpFor(level, "1.0.0"))).toEqual(["none", "patch", "minor", "major"]);
});
