import { describeContract } from "../../src/index.ts";
import { keysPackage } from "../keys-package.ts";

// Run by describe.test.ts in a vitest of its own: a package whose NotFoundError is another class.
const { client, exports } = keysPackage({ exports: { NotFoundError: class extends Error {} } });

describeContract({
  spec: new URL(String(process.env["KEYS_SPEC"])),
  name: "keys",
  client,
  package: exports,
  types: new URL(String(process.env["KEYS_TYPES"])),
});
