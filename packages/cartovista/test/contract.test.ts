// Generated from specs/cartovista.yaml by Keysmith. Edit the document, then run `pnpm generate cartovista`.

import { describeContract } from "@keysmith/contract";
import * as cartovista from "@keysmith/cartovista";

describeContract({
  spec: new URL("../openapi.yaml", import.meta.url),
  name: "cartovista",
  client: cartovista.createCartovista,
  package: cartovista,
  types: new URL("types.test-d.ts", import.meta.url),
  report: new URL("../docs/contract.md", import.meta.url),
});
