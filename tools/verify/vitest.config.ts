import shared from "@keysmith/config/vitest.config.ts";
import { mergeConfig } from "vitest/config";

export default mergeConfig(shared, { test: { globalSetup: "test/fixtures/workspace.ts" } });
