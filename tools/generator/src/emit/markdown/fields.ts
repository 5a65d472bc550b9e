import type { Constraints, ExternalDocs, Json, ObjectType, Property, Type } from "../../read/model.ts";
import { literal } from "../typescript/literal.ts";
import { constraintsText, ownConstraints } from "./constraints.ts";
import type { Page } from "./layout.ts";
import { code, join, line, type Markdown, type Part } from "./markdown.ts";
import { phrase, seeText } from "./prose.ts";
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
    { title: "In", cell: (field) => (field.in === undefined ? undefined : line`${field.in}`) },
    { title: "Type", cell: (field) => typeText(field.type, page) },
    { title: "Required", cell: (field) => line`${field.required ? "yes" : "no"}` },
    { title: "Default", cell: (field) => defaultText(field.default) },
    { title: "Constraints", cell: (field) => constraintsText(field.type, field.constraints) },
    { title: "Description", cell: (field) => field.description },
  ];
  return table(fields, columns);
}

/** How many objects within objects get rows; what is deeper is shown by its type, which an editor completes. */
const deepest = 5;

/** The properties of a type, and those of nameless objects within it; named ones have a section of their own. */
export function fieldsOf(type: Type, prefix: string, place?: Field["in"], depth = 0): readonly Field[] {
  switch (type.kind) {
    case "object":
      return depth > deepest ? [] : objectFields(type, prefix, place, depth);
    case "union":
      return type.members.flatMap((part) => fieldsOf(part, prefix, place, depth));
    case "intersection":
      return merged(type.members.flatMap((part) => fieldsOf(part, prefix, place, depth)));
    default:
      return [];
  }
}

/** The properties of whatever objects are found at a path, which may be those of a list. */
export function fieldsBelow(type: Type, path: string, place?: Field["in"], depth = 0): readonly Field[] {
  if (type.kind === "array") return fieldsBelow(type.items, `${path}[]`, place, depth);
  return fieldsOf(type, path === "" ? "" : `${path}.`, place, depth);
}

/** A description behind what a reader must know first. */
export function described(
  marks: {
    readonly deprecated: boolean;
    readonly sensitive: boolean;
    readonly externalDocs?: ExternalDocs | undefined;
    readonly note?: Part;
  },
  description: string | undefined,
): Markdown | undefined {
  return join(
    [
      marks.deprecated ? line`**Deprecated.**` : undefined,
      phrase(description),
      seeText(marks.externalDocs),
      marks.note,
      marks.sensitive ? "A secret: redacted in logs and errors." : undefined,
    ],
    " ",
  );
}

function objectFields(
  object: ObjectType,
  prefix: string,
  place: Field["in"],
  depth: number,
): readonly Field[] {
  const listed = object.properties.flatMap((property) => {
    const path = prefix + property.name;
    return [propertyField(path, property, place), ...fieldsBelow(property.type, path, place, depth + 1)];
  });
  return [...listed, ...otherFields(object, `${prefix}*`, place, depth + 1)];
}

function propertyField(path: string, property: Property, place: Field["in"]): Field {
  const note = property.readOnly ? "Read-only." : property.writeOnly ? "Write-only." : undefined;
  return {
    ...property,
    path,
    in: place,
    description: described({ ...property, note }, property.description),
  };
}

/** Properties without a listed name; a type that consists of nothing else says it all by itself. */
function otherFields(
  { properties, additional }: ObjectType,
  path: string,
  place: Field["in"],
  depth: number,
): readonly Field[] {
  if (additional === undefined) return [];
  const below = fieldsBelow(additional, path, place, depth);
  if (properties.length + below.length === 0) return [];
  const description = line`Any other property.`;
  return [
    {
      path,
      in: place,
      type: additional,
      required: false,
      constraints: ownConstraints(additional),
      description,
    },
    ...below,
  ];
}

/** One row for what several parts of an intersection say of a property. */
function merged(fields: readonly Field[]): readonly Field[] {
  const rows = new Map<string, Field>();
  for (const field of fields) {
    const said = rows.get(field.path);
    rows.set(field.path, said === undefined ? field : both(said, field));
  }
  return [...rows.values()];
}

function both(one: Field, other: Field): Field {
  return {
    ...one,
    required: one.required || other.required,
    default: one.default ?? other.default,
    constraints: { ...one.constraints, ...other.constraints },
    description: one.description ?? other.description,
  };
}

function defaultText(value: Json | undefined): Markdown | undefined {
  return value === undefined ? undefined : code(literal(value));
}
