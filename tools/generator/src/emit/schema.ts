import {
  astToString,
  type GlobalContext,
  type OpenAPI3,
  resolveRef,
  type SchemaObject,
  transformSchema,
  transformSchemaObject,
  type TransformNodeOptions,
} from "openapi-typescript";
import ts from "typescript";
import type { JsonObject } from "../load/index.ts";
import { listCircles } from "./list-circles.ts";
import { withoutRepeatedIds } from "./repeated-ids.ts";
import { withCommentTexts } from "./schema-comments.ts";

/**
 * `src/schema.ts`: `paths`, `components` and `operations` as openapi-fetch wants them, printed by openapi-typescript.
 *
 * The only module that knows openapi-typescript, and the only one that may import `typescript`: openapi-typescript
 * needs the compiler API of TypeScript 5, which 7 no longer has. Its default export would validate and bundle the
 * document once more, and follow references to files and addresses; `load` and `check` have done both. What it prints is
 * the normal form, in which schemas have nothing left that it would misread. It is patched (`patches/`): names are what
 * they are, not parts of a URI, and Redocly is not even loaded.
 *
 * @param form - A checked document in normal form. It is not changed.
 */
export function emitSchema(form: JsonObject): string {
  // The document is known to be OpenAPI, though not to the compiler: `check` has seen to it.
  const schema = withCommentTexts(withoutRepeatedIds(form)) as unknown as OpenAPI3;
  return astToString(withAliases(transformSchema(schema, context(schema)), listCircles(form)));
}

/**
 * Moves the types of these schemas into aliases that name each other. TypeScript looks a property of `components` up at
 * once, and in a circle in vain; items of lists in an alias it leaves for later.
 */
function withAliases(nodes: readonly ts.Node[], names: ReadonlySet<string>): ts.Node[] {
  const aliases = new Map(
    [...names].map((name, index) => [name, `${name.replaceAll(/^\d|\W/g, "_")}_${index + 1}`]),
  );
  const declarations: ts.Node[] = [];
  const renamed = (node: ts.Node): ts.Node => {
    const alias = aliases.get(referredSchema(node) ?? "");
    return alias === undefined ? ts.visitEachChild(node, renamed, undefined) : aliasReference(alias);
  };
  const moved = (node: ts.Node): ts.Node => {
    if (!ts.isPropertySignature(node) || node.type === undefined) return node;
    const alias = aliases.get(ts.isComputedPropertyName(node.name) ? "" : node.name.text);
    if (alias === undefined) return node;
    const type = ts.visitNode(node.type, renamed, ts.isTypeNode);
    declarations.push(ts.factory.createTypeAliasDeclaration(undefined, alias, undefined, type));
    return ts.factory.updatePropertySignature(
      node,
      undefined,
      node.name,
      node.questionToken,
      aliasReference(alias),
    );
  };
  const searched = (node: ts.Node): ts.Node => {
    if (!ts.isPropertySignature(node) || !ts.isIdentifier(node.name)) return node;
    return node.name.text === "schemas"
      ? ts.visitEachChild(node, (type) => ts.visitEachChild(type, moved, undefined), undefined)
      : node;
  };
  const replaced = nodes.map((node) =>
    ts.isInterfaceDeclaration(node) && node.name.text === "components"
      ? ts.visitEachChild(node, searched, undefined)
      : node,
  );
  return [...replaced, ...declarations];
}

/** `X` of `components["schemas"]["X"]`. */
function referredSchema(node: ts.Node): string | undefined {
  if (!ts.isIndexedAccessTypeNode(node) || !ts.isIndexedAccessTypeNode(node.objectType)) return undefined;
  const { objectType: components, indexType: schemas } = node.objectType;
  const isComponents =
    ts.isTypeReferenceNode(components) &&
    ts.isIdentifier(components.typeName) &&
    components.typeName.text === "components";
  return isComponents && literalText(schemas) === "schemas" ? literalText(node.indexType) : undefined;
}

function literalText(node: ts.TypeNode): string | undefined {
  return ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal) ? node.literal.text : undefined;
}

function aliasReference(name: string): ts.TypeReferenceNode {
  return ts.factory.createTypeReferenceNode(name);
}

function context(schema: OpenAPI3): GlobalContext {
  const needed: Omit<GlobalContext, "redoc"> = {
    ...settings,
    // The normal form has literal types in their place.
    discriminators: { objects: {}, refsHandled: [] },
    injectFooter: [],
    resolve: (reference) => resolveRef(schema, reference, { silent: true }),
  };
  // Redocly's settings steer validation and bundling alone; the transforms never look at them.
  return needed as GlobalContext;
}

/** What openapi-typescript prints otherwise than it is. */
function transform(schema: SchemaObject, options: TransformNodeOptions): ts.TypeNode | undefined {
  // Parameters come this way too, of which `required` says something else.
  if (Array.isArray(schema.required)) quicken(schema.required);
  // Binary content is a file to `fetch`, not the text that JSON Schema's `type: string` suggests.
  if (schema.type === "string" && schema.format === "binary") {
    return ts.factory.createTypeReferenceNode("Blob");
  }
  return schema.type === "array" ? listNode(schema, options) : undefined;
}

/** The printer looks for every property among the required ones: of many, it would read as many squared. */
function quicken(required: readonly string[]): void {
  const names = new Set(required);
  Object.defineProperty(required, "includes", {
    configurable: true,
    value: (name: string) => names.has(name),
  });
}

/** Open tuples, places that may be missing, and lists whose items are lists. */
function listNode(schema: SchemaObject, options: TransformNodeOptions): ts.TypeNode {
  const { prefixItems: places, items, minItems = 0 } = schema as Tuple;
  const node = (item: SchemaObject | boolean): ts.TypeNode =>
    transformSchemaObject(item as SchemaObject, options);
  const many = (item: SchemaObject | boolean): ts.TypeNode => ts.factory.createArrayTypeNode(node(item));
  if (places === undefined) return many(items ?? true);
  const elements = places.map((place, index) =>
    index < minItems ? node(place) : ts.factory.createOptionalTypeNode(node(place)),
  );
  const rest = items === false ? [] : [ts.factory.createRestTypeNode(many(items ?? true))];
  return ts.factory.createTupleTypeNode([...elements, ...rest]);
}

interface Tuple {
  readonly prefixItems?: readonly (SchemaObject | boolean)[];
  readonly items?: SchemaObject | boolean;
  readonly minItems?: number;
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
