// Generated from specs/gr4vy.yaml by Keysmith. Edit the document, then run `pnpm generate gr4vy`.

import { describeContract } from "@keysmith/contract";
import * as gr4vy from "@keysmith/gr4vy";

describeContract({
  spec: new URL("../openapi.yaml", import.meta.url),
  name: "gr4vy",
  client: gr4vy.createGr4vy,
  package: gr4vy,
  types: new URL("types.test-d.ts", import.meta.url),
  report: new URL("../docs/contract.md", import.meta.url),
});
