import type { Api } from "../../read/model.ts";
import type { Target } from "../target.ts";
import { blocks, type Markdown } from "./markdown.ts";
import { authentication } from "./readme/authentication.ts";
import { errors } from "./readme/errors.ts";
import { firstCall, install, introduction, operations } from "./readme/introduction.ts";
import { callOptions } from "./readme/options.ts";
import { paging } from "./readme/paging.ts";
import { provenance } from "./readme/provenance.ts";
import { server } from "./readme/server.ts";
import { freeFunctions, openapiFetch, responses } from "./readme/surfaces.ts";
import { webhooks } from "./readme/webhooks.ts";
import { testing } from "./readme/testing.ts";

/** The package's `README.md`: what it is, the first call, and everything all operations have in common. */
export function emitReadme(api: Api, target: Target): string {
  const text = blocks(
    introduction(api, target),
    install(target),
    // Without operations there is no call to say anything about.
    ...(api.operations.length === 0 ? [] : calls(api, target)),
    webhooks(api, target),
    ...(api.operations.length === 0
      ? []
      : [openapiFetch(api), freeFunctions(api, target), testing(api, target)]),
    provenance(api, target),
  );
  return `${text?.markdown ?? ""}\n`;
}

function calls(api: Api, target: Target): readonly (Markdown | undefined)[] {
  return [
    firstCall(api, target),
    operations(api),
    authentication(api, target),
    server(api),
    errors(api, target),
    callOptions(api),
    paging(api),
    responses(api),
  ];
}
