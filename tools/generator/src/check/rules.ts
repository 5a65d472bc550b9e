import type { Rule } from "./context.ts";
import { bodySupport, encodingSupport, fileSupport } from "./rules/bodies.ts";
import { circularReferences, circularSchemas } from "./rules/cycles.ts";
import { discriminatorMappings, discriminatorValues } from "./rules/discriminators.ts";
import { combinations, length } from "./rules/fan-out.ts";
import { extensionPlaces, extensionValues } from "./rules/extensions.ts";
import { sendable, someResponse, uniqueOperationIds } from "./rules/operations.ts";
import { links } from "./rules/links.ts";
import { pagination } from "./rules/pagination.ts";
import { parameterSupport } from "./rules/parameter-support.ts";
import { componentNames, parameterForm, uniqueParameters } from "./rules/parameters.ts";
import { identicalPaths, pathEndings, pathTemplates, placeholders, someOperation } from "./rules/paths.ts";
import { references } from "./rules/references.ts";
import { patterns } from "./rules/patterns.ts";
import { requiredProperties } from "./rules/required.ts";
import { satisfiable } from "./rules/satisfiable.ts";
import { schemaKeywords } from "./rules/schemas.ts";
import { securityRequirements, securitySupport } from "./rules/security.ts";
import { serverNames, serverSupport, serverVariables } from "./rules/servers.ts";
import { dialect, schemaSupport, uniqueTags } from "./rules/support.ts";

/** Everything we ask of a document beyond its structure. */
export const rules: readonly Rule[] = [
  // First: what they refuse the others would not come to the end of.
  combinations,
  length,
  someOperation,
  pathTemplates,
  pathEndings,
  placeholders,
  identicalPaths,
  uniqueOperationIds,
  someResponse,
  sendable,
  parameterForm,
  uniqueParameters,
  parameterSupport,
  componentNames,
  serverVariables,
  serverNames,
  serverSupport,
  securityRequirements,
  securitySupport,
  references,
  circularReferences,
  circularSchemas,
  schemaKeywords,
  patterns,
  satisfiable,
  requiredProperties,
  discriminatorMappings,
  discriminatorValues,
  schemaSupport,
  dialect,
  bodySupport,
  fileSupport,
  encodingSupport,
  links,
  uniqueTags,
  extensionPlaces,
  extensionValues,
  pagination,
];
