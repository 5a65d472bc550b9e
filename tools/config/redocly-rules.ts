/**
 * Our own rules for `specs/*.yaml`, as a plugin of Redocly. Here stands what its assertions cannot say; the rest is in
 * `redocly.yaml`, which also switches these on. What they protect is told in `specs/README.md`.
 */
import { knownExtensions } from "./redocly-rules/extensions.ts";
import { mockResource } from "./redocly-rules/mock-resource.ts";
import { pagination } from "./redocly-rules/pagination.ts";
import { ownReferences } from "./redocly-rules/references.ts";
import { describedSchemas, markedSecrets, namedObjects } from "./redocly-rules/schemas.ts";

/** Redocly asks for a default export. */
export default function plugin() {
  return {
    id: "keysmith",
    rules: {
      oas3: {
        "known-extensions": knownExtensions,
        "mock-resource": mockResource,
        pagination,
        "own-references": ownReferences,
        "named-objects": namedObjects,
        "described-schemas": describedSchemas,
        "marked-secrets": markedSecrets,
      },
    },
  };
}
