// Generated from specs/automox.yaml by Keysmith. Edit the document, then run `pnpm generate automox`.

import { describeContract } from "@keysmith/contract";
import * as automox from "@keysmith/automox";

describeContract({
  spec: new URL("../openapi.yaml", import.meta.url),
  name: "automox",
  client: automox.createAutomox,
  package: automox,
  types: new URL("types.test-d.ts", import.meta.url),
  report: new URL("../docs/contract.md", import.meta.url),
});
