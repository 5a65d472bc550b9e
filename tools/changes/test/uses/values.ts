import type { NamedSchema, Type } from "@keysmith/generator";

/** Named types of a package, by name. */
export type Models = ReadonlyMap<string, NamedSchema>;

/** Members of an object in the source of a program: name and text of its value. */
type Fields = readonly (readonly [name: string, text: string])[];

/**
 * Ways of writing a value of a type, as source text: with what is required alone, with everything, and with each literal
 * and each member of each union in its turn. Few for what has few, never none.
 */
export function ways(type: Type, models: Models, depth = 0): readonly string[] {
  switch (type.kind) {
    case "unknown":
      return [`"anything"`];
    case "never":
      return [];
    case "null":
      return ["null"];
    case "boolean":
      return ["true", "false"];
    case "string":
      return [`"text"`, `String(Date.now())`];
    case "number":
      return ["1", "Date.now()"];
    case "binary":
      return ["new Blob([])"];
    case "literal":
      return [JSON.stringify(type.value)];
    case "array":
      return ["[]", ...ways(type.items, models, depth).map((item) => `[${item}]`)];
    case "tuple":
      return [`[${type.items.map((item) => ways(item, models, depth)[0]).join(", ")}]`];
    case "union":
      return type.members.flatMap((member) => ways(member, models, depth));
    case "object":
    case "intersection":
      return objects(type, models, depth);
    case "reference": {
      const model = models.get(type.name);
      return model && depth < 6 ? ways(model.type, models, depth + 1) : [];
    }
  }
}

/** One property of an object: whether it has to be there, and the ways of writing its value. */
interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly ways: readonly string[];
}

function objects(type: Type, models: Models, depth: number): readonly string[] {
  return writeObjects(fieldsOf(type, models, depth));
}

/** Ways of writing an object, from those of its fields. */
export function writeObjects(fields: readonly Field[]): readonly string[] {
  const first = (some: readonly Field[]): Fields =>
    some.flatMap(({ name, ways: [text] }) => (text === undefined ? [] : [[name, text] as const]));
  const everything = first(fields);
  const variations = fields.flatMap(({ name, ways: [, ...others] }) =>
    others.map((text) => everything.map(([key, value]) => [key, key === name ? text : value] as const)),
  );
  const all = [first(fields.filter(({ required }) => required)), everything, ...variations];
  return [...new Set(all.map(write))];
}

function fieldsOf(type: Type, models: Models, depth: number): readonly Field[] {
  if (type.kind === "reference") {
    const model = models.get(type.name);
    return model ? fieldsOf(model.type, models, depth + 1) : [];
  }
  if (type.kind === "intersection") return type.members.flatMap((member) => fieldsOf(member, models, depth));
  if (type.kind !== "object") return [];
  const listed = type.properties.map(({ name, required, type: inner }) => ({
    name,
    required,
    ways: ways(inner, models, depth + 1),
  }));
  // An object without any properties takes all of them.
  const other = type.additional ?? (listed.length === 0 ? ({ kind: "unknown" } as const) : undefined);
  if (!other) return listed;
  return [...listed, { name: "any other", required: false, ways: ways(other, models, depth + 1) }];
}

function write(fields: Fields): string {
  return `{ ${fields.map(([name, text]) => `${JSON.stringify(name)}: ${text}`).join(", ")} }`;
}
