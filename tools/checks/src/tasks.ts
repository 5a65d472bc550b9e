/** The turbo tasks of `pnpm test`. */
export const TASKS = [
  "lint:specs",
  "lint:root",
  "lint",
  "check:generated",
  "check:changes",
  "typecheck",
  "test",
];
