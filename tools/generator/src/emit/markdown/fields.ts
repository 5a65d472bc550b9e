import type { Api, Constraints, Json, ObjectType, Property, Type } from "../../read/model.ts";
import { literal } from "../typescript/literal.ts";
import { constraintsText } from "./constraints.ts";
import type { Page } from "./layout.ts";
import { code, join, type Markdown, md, type Part } from "./markdown.ts";
import { phrase } from "./prose.ts";
import { type Column, table } from "./table.ts";
import { typeText } from "./type.ts";

/** A row of a table of parameters or properties. */
export interface Field {
  /** How a caller reaches the value from where the table starts: `body.user.id`, `results[].name`. */
  readonly path: string;
  readonly in?: string | undefined;
  readonly type: Type;
  readonly required: boolean;
  readonly default?: Json | undefined;
  readonly constraints: Constraints;
  readonly description: Markdown | undefined;
}

/** Name, place, type, whether it is required, default, constraints, description: those that say something. */
export function fieldTable(nameTitle: string, fields: readonly Field[], page: Page): Markdown | undefined {
  const columns: Column<Field>[] = [
    { title: nameTitle, cell: (field) => code(field.path) },
    { title: "In", cell: (field) => (field.in === undefined ? undefined : md`${field.in}`) },
    { title: "Type", cell: (field) => typeText(field.type, page) },
    { title: "Required", cell: (field) => md`${field.required ? "yes" : "no"}` },
    { title: "Default", cell: (field) => defaultText(field.default) },
    { title: "Constraints", cell: (field) => constraintsText(field.type, field.constraints) },
    { title: "Description", cell: (field) => field.description },
  ];
  return table(fields, columns);
}

/** The properties of a type, and those of nameless objects within it; named ones have a section of their own. */
export function fieldsOf(type: Type, prefix: string, place?: Field["in"]): readonly Field[] {
  return objectsIn(type).flatMap((object) =>
    object.properties.flatMap((property) => {
      const path = prefix + property.name;
      return [propertyField(path, property, place), ...nestedFields(property.type, path, place)];
    }),
  );
}

/** A reference followed to what it names. */
export function resolve(api: Api, type: Type): Type {
  if (type.kind !== "reference") return type;
  return api.schemas.find((schema) => schema.name === type.name)?.type ?? { kind: "unknown" };
}

/** A description behind what a reader must know first. */
export function described(
  marks: { readonly deprecated: boolean; readonly sensitive: boolean; readonly note?: Part },
  description: string | undefined,
): Markdown | undefined {
  return join(
    [
      marks.deprecated
        ? md`
**Deprecated.**
          `
        : undefined,
      phrase(description),
      marks.note,
      marks.sensitive ? "Secret: redacted in logs and errors." : undefined,
    ],
    " ",
  );
}

function propertyField(path: string, property: Property, place: Field["in"]): Field {
  const note = property.readOnly ? "Only answered." : property.writeOnly ? "Only sent." : undefined;
  return {
    ...property,
    path,
    in: place,
    description: described({ ...property, note }, property.description),
  };
}

function nestedFields(type: Type, path: string, place: Field["in"]): readonly Field[] {
  return type.kind === "array"
    ? nestedFields(type.items, `${path}[]`, place)
    : fieldsOf(type, `${path}.`, place);
}

/** The nameless objects a type consists of. */
function objectsIn(type: Type): readonly ObjectType[] {
  switch (type.kind) {
    case "object":
      return [type];
    case "intersection":
    case "union":
      return type.members.flatMap(objectsIn);
    default:
      return [];
  }
}

function defaultText(value: Json | undefined): Markdown | undefined {
  return value === undefined ? undefined : code(literal(value));
}
