import { defineConfig } from "vitest/config";

/** Every package's tests: `vitest run --config ../../tools/config/vitest.config.ts` in its own folder. */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Many tests start processes of their own, several packages at once: what is slow on a busy machine is not broken.
    testTimeout: 30_000,
    // Colours come with a terminal, and with CI: what is printed is the same everywhere.
    env: { NO_COLOR: "1" },
    // The JSON report is an output of the turbo task: a cached run brings its counts back with it.
    reporters: ["default", ["json", { outputFile: ".report/tests.json" }]],
  },
});
