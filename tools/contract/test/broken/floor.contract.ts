import { describeContract } from "../../src/index.ts";
import { keysPackage } from "../keys-package.ts";

// Run by describe.test.ts in a vitest of its own: nothing is broken but the report, which says more than is so.
const { client, exports } = keysPackage();

describeContract({
  spec: new URL(String(process.env["KEYS_SPEC"])),
  name: "keys",
  client,
  package: exports,
  types: new URL(String(process.env["KEYS_TYPES"])),
  report: new URL(String(process.env["KEYS_REPORT"])),
});
