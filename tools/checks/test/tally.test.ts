import { expect, test } from "vitest";
import { tally, type TestReport } from "../src/tally.ts";

const ran = (taskId: string, exitCode = 0) => ({ taskId, execution: { exitCode } });
const report = (passed: number, failed: number): TestReport => ({
  numPassedTests: passed,
  numFailedTests: failed,
  success: failed === 0,
});

test("tests count one by one, any other task counts as one check", () => {
  const tasks = [ran("a#lint"), ran("a#typecheck"), ran("a#test")];
  expect(tally(tasks, new Map([["a#test", report(7, 0)]]))).toEqual({ passed: 9, failed: 0 });
});

test("a failed linter and a failed test both show", () => {
  const tasks = [ran("a#lint", 1), ran("a#test", 1)];
  expect(tally(tasks, new Map([["a#test", report(6, 2)]]))).toEqual({ passed: 6, failed: 3 });
});

test("a test task that fails without a failed test is a failed check", () => {
  expect(tally([ran("a#test", 1)], new Map([["a#test", report(5, 0)]]))).toEqual({ passed: 5, failed: 1 });
  expect(tally([ran("a#test", 1)], new Map())).toEqual({ passed: 0, failed: 1 });
});

test("a task that never ran because another failed is a failed check", () => {
  expect(tally([ran("a#build", 2), { taskId: "a#test" }], new Map())).toEqual({ passed: 0, failed: 2 });
});
