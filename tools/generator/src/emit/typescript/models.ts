import type { Api, NamedSchema } from "../../read/model.ts";
import type { Target } from "../target.ts";
import { documented } from "./comment.ts";
import { documentedProperty, schemaDoc } from "./describe.ts";
import { sourceFile } from "./header.ts";
import { printType } from "./type.ts";

/** `src/models.ts`: one documented type per schema of the document, under its own name. */
export function emitModels(api: Api, target: Target): string {
  const models = api.schemas.map((schema) => documented(schemaDoc(schema), declaration(schema)));
  return sourceFile(api, target, models.length === 0 ? ["export {};"] : models);
}

/** An interface where the schema is a plain object: its name is what editors and error messages show. */
function declaration(schema: NamedSchema): string {
  const { type, name } = schema;
  if (type.kind === "object" && type.additional === undefined && type.properties.length > 0) {
    return `export interface ${name} {\n${type.properties.map((property) => `${documentedProperty(property)};`).join("\n")}\n}`;
  }
  return `export type ${name} = ${printType(type, documentedProperty)};`;
}
