import type { Api, Json, NamedSchema, Type } from "../../read/model.ts";
import { constraintsText } from "./constraints.ts";
import { fieldsOf, fieldTable } from "./fields.ts";
import { modelsHeading, type Page } from "./layout.ts";
import { blocks, fence, heading, join, type Markdown, md } from "./markdown.ts";
import { prose } from "./prose.ts";
import { typeText } from "./type.ts";

/** The named types of a page, each with its properties and an example. */
export function modelSections(api: Api, page: Page): Markdown | undefined {
  if (page.models.length === 0) return undefined;
  return blocks(heading(2, modelsHeading), ...page.models.map((model) => modelSection(api, model, page)));
}

function modelSection(api: Api, model: NamedSchema, page: Page): Markdown | undefined {
  const example = exampleOf(api, model);
  return blocks(
    heading(3, model.name),
    model.deprecated
      ? md`
**Deprecated.**
        `
      : undefined,
    prose(model.description),
    shapeText(model, page),
    fieldTable("Property", fieldsOf(model.type, ""), page),
    example === undefined ? undefined : fence("json", JSON.stringify(example, undefined, 2)),
  );
}

/** What is not an object with properties is shown as the type it stands for. */
function shapeText({ type, constraints }: NamedSchema, page: Page): Markdown | undefined {
  if (type.kind === "object" && type.properties.length > 0) return undefined;
  return join([typeText(type, page), constraintsText(type, constraints)], ", ");
}

/** The schema's own example, else the first example of a request or answer that is exactly this type. */
function exampleOf(api: Api, model: NamedSchema): Json | undefined {
  const [own] = model.examples;
  if (own !== undefined) return own;
  const contents = api.operations
    .flatMap((operation) => [operation.body, ...operation.responses])
    .flatMap((holder) => holder?.contents ?? []);
  const isModel = (type: Type): boolean => type.kind === "reference" && type.name === model.name;
  const found = contents.find((content) => isModel(content.type) && content.examples.length > 0);
  return found?.examples[0]?.value;
}
