import { defineConfig } from "vitest/config";

/** Every package's tests: `vitest run --config ../../tools/config/vitest.config.ts` in its own folder. */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // The JSON report is an output of the turbo task: a cached run brings its counts back with it.
    reporters: ["default", ["json", { outputFile: ".report/tests.json" }]],
  },
});
