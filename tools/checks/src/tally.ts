/** A package's test report, as vitest's JSON reporter writes it. */
export interface TestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** False also when a test file could not be loaded, which counts no failed test. */
  readonly success: boolean;
}

/** One task of turbo's run summary. */
export interface Task {
  /** `@keysmith/automox#test`. */
  readonly taskId: string;
  /** `<NONEXISTENT>` where the package has no such script. */
  readonly command?: string;
  /** Absent when the task never started because one it depends on failed. */
  readonly execution?: { readonly exitCode: number } | undefined;
}

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/**
 * How many checks passed and failed. Tests count one by one; any other task (compiler, linter, formatter, staleness)
 * is one check. A test task that failed without a failed test (a file that does not load) is one failed check.
 */
export function tally(tasks: readonly Task[], reports: ReadonlyMap<string, TestReport>): Tally {
  let passed = 0;
  let failed = 0;
  for (const task of tasks) {
    const report = reports.get(task.taskId);
    const succeeded = task.execution?.exitCode === 0;
    if (report && task.execution) {
      passed += report.numPassedTests;
      failed += report.numFailedTests;
      if (!succeeded && report.numFailedTests === 0) failed += 1;
    } else if (succeeded) passed += 1;
    else failed += 1;
  }
  return { passed, failed };
}
