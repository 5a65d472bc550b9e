import { parse } from "yaml";

/** A request body that can be edited without any other part of its document noticing. */
export interface RequestBody {
  /** `PUT /keys/` */
  readonly operation: string;
  /** Where its media type is described. */
  readonly content: readonly string[];
  /** Where its schema is. */
  readonly schema: readonly string[];
  /** Values of its named examples. */
  readonly examples: ReadonlyMap<string, object>;
}

const METHODS = ["put", "post", "patch"] as const;
const JSON_TYPE = "application/json";
const SCHEMAS = "#/components/schemas/";

/** What of a document is looked at. */
interface Described {
  readonly paths?: Readonly<Record<string, Partial<Record<(typeof METHODS)[number], Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}
interface Operation {
  readonly requestBody?: {
    readonly required?: boolean;
    readonly content?: Readonly<Record<string, Content>>;
  };
}
interface Content {
  readonly schema?: { readonly $ref?: string };
  readonly examples?: Readonly<Record<string, { readonly value?: unknown }>>;
}
interface Schema {
  readonly type?: unknown;
  readonly properties?: object;
  readonly [more: string]: unknown;
}

/** The first request body of a document that is required, is JSON with examples, and has a plain schema only it uses. */
export function findBody(text: string): RequestBody | undefined {
  const document = parse(text) as Described;
  const { paths = {}, components } = document;
  const everything = JSON.stringify(document);
  for (const [path, operations] of Object.entries(paths)) {
    for (const method of METHODS) {
      const body = operations[method]?.requestBody;
      const content = body?.content?.[JSON_TYPE];
      const reference = content?.schema?.$ref ?? "";
      const name = reference.slice(SCHEMAS.length);
      const examples = valuesOf(content);
      const own = everything.split(JSON.stringify(reference)).length === 2;
      if (!body?.required || examples === undefined || !own || !isPlain(components?.schemas?.[name]))
        continue;
      return {
        operation: `${method.toUpperCase()} ${path}`,
        content: ["paths", path, method, "requestBody", "content", JSON_TYPE],
        schema: ["components", "schemas", name],
        examples,
      };
    }
  }
  return undefined;
}

/** Undefined where there are no examples, or one that is not an object written where it is used. */
function valuesOf(content: Content | undefined): ReadonlyMap<string, object> | undefined {
  const values = new Map<string, object>();
  for (const [name, { value }] of Object.entries(content?.examples ?? {})) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    values.set(name, value);
  }
  return values.size > 0 ? values : undefined;
}

/** An object that any property can be added to. */
function isPlain(schema: Schema | undefined): boolean {
  const known = new Set(["type", "title", "description", "required", "properties"]);
  return schema?.type === "object" && Object.keys(schema).every((keyword) => known.has(keyword));
}
