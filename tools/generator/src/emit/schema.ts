import {
  astToString,
  type GlobalContext,
  type OpenAPI3,
  resolveRef,
  scanDiscriminators,
  type SchemaObject,
  transformSchema,
} from "openapi-typescript";
import ts from "typescript";
import type { JsonObject } from "../load/index.ts";
import { printable } from "../read/index.ts";

/**
 * `src/schema.ts`: `paths`, `components` and `operations` as openapi-fetch wants them, printed by openapi-typescript.
 *
 * The only module that knows openapi-typescript, and the only one that may import `typescript`: openapi-typescript
 * needs the compiler API of TypeScript 5, which 7 no longer has. Its default export would validate and bundle the
 * document once more, which takes longer than everything else here; `load` and `check` have done both.
 *
 * @param document - Checked, with no references but `#/…`. It is not changed.
 */
export async function emitSchema(document: JsonObject): Promise<string> {
  // A copy, because discriminators are resolved by writing their values into the schemas. The document is known to be
  // OpenAPI, though not to the compiler: `check` has seen to it.
  const schema = structuredClone(printable(document)) as unknown as OpenAPI3;
  return astToString(transformSchema(schema, context(schema)));
}

function context(schema: OpenAPI3): GlobalContext {
  const needed: Omit<GlobalContext, "redoc"> = {
    ...settings,
    discriminators: scanDiscriminators(schema, { silent: true }),
    injectFooter: [],
    resolve: (reference) => resolveRef(schema, reference, { silent: true }),
  };
  // Redocly's settings steer validation and bundling alone; the transforms never look at them.
  return needed as GlobalContext;
}

/** Binary content is a file to `fetch`, not the text that JSON Schema's `type: string` suggests. */
function transform(schema: SchemaObject): ts.TypeNode | undefined {
  if (schema.type !== "string" || schema.format !== "binary") return undefined;
  const blob = ts.factory.createTypeReferenceNode("Blob");
  return schema.nullable === true
    ? ts.factory.createUnionTypeNode([blob, ts.factory.createLiteralTypeNode(ts.factory.createNull())])
    : blob;
}

const settings = {
  // A property with a default may still be missing from a request; only `required` says that it is there.
  defaultNonNullable: false,
  propertiesRequiredByDefault: false,
  // `type: object` without properties admits any property; `Record<string, never>` would admit none.
  emptyObjectsUnknown: true,
  additionalProperties: false,
  transform,
  postTransform: undefined,
  transformProperty: undefined,
  silent: true,
  // The rest is what openapi-typescript does when it is not told otherwise.
  alphabetize: false,
  arrayLength: false,
  enum: false,
  enumValues: false,
  conditionalEnums: false,
  dedupeEnums: false,
  excludeDeprecated: false,
  exportType: false,
  immutable: false,
  pathParamsAsTypes: false,
  rootTypes: false,
  rootTypesNoSchemaPrefix: false,
  rootTypesKeepCasing: false,
  makePathsEnum: false,
  generatePathParams: false,
  readWriteMarkers: false,
} satisfies Partial<GlobalContext>;
