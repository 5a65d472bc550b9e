// Generated from specs/turbosmtp.yaml by Keysmith. Edit the document, then run `pnpm generate turbosmtp`.

import { describeContract } from "@keysmith/contract";
import * as turbosmtp from "@keysmith/turbosmtp";

describeContract({
  spec: new URL("../openapi.yaml", import.meta.url),
  name: "turbosmtp",
  client: turbosmtp.createTurbosmtp,
  package: turbosmtp,
  types: new URL("types.test-d.ts", import.meta.url),
  report: new URL("../docs/contract.md", import.meta.url),
});
