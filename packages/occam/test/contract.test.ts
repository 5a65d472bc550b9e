// Generated from specs/occam.yaml by Keysmith. Edit the document, then run `pnpm generate occam`.

import { describeContract } from "@keysmith/contract";
import * as occam from "@keysmith/occam";

describeContract({
  spec: new URL("../openapi.yaml", import.meta.url),
  name: "occam",
  client: occam.createOccam,
  package: occam,
  types: new URL("types.test-d.ts", import.meta.url),
  report: new URL("../docs/contract.md", import.meta.url),
});
