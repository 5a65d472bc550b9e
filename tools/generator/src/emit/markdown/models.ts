import type { Api, NamedSchema } from "../../read/model.ts";
import { constraintsText } from "./constraints.ts";
import { modelExample } from "./example.ts";
import { fieldsOf, fieldTable } from "./fields.ts";
import { modelsHeading, sharedHeading, type Page } from "./layout.ts";
import { blocks, fence, heading, join, line, type Markdown } from "./markdown.ts";
import { prose, seeText } from "./prose.ts";
import { typeText } from "./type.ts";

/** The named types of a tag's page, each with its properties and an example. */
export function modelSections(api: Api, page: Page): Markdown | undefined {
  if (page.models.length === 0) return undefined;
  return blocks(heading(2, modelsHeading), ...page.models.map((model) => modelSection(api, model, page, 3)));
}

/** What the page of shared models consists of. */
export function sharedModels(api: Api, page: Page): Markdown | undefined {
  return blocks(
    heading(1, sharedHeading),
    line`Types that operations of several pages use.`,
    ...page.models.map((model) => modelSection(api, model, page, 2)),
  );
}

function modelSection(api: Api, model: NamedSchema, page: Page, level: 2 | 3): Markdown | undefined {
  const example = modelExample(api, model);
  return blocks(
    heading(level, model.name),
    model.deprecated ? line`**Deprecated.**` : undefined,
    prose(model.description),
    seeText(model.externalDocs),
    shapeText(model, page),
    fieldTable("Property", fieldsOf(model.type, ""), page),
    example === undefined ? undefined : fence("json", JSON.stringify(example, undefined, 2)),
  );
}

/** What is not simply an object with properties is shown as the type it stands for. */
function shapeText({ type, constraints }: NamedSchema, page: Page): Markdown | undefined {
  if (type.kind === "object" && type.properties.length > 0) return undefined;
  const bases =
    type.kind === "intersection" ? type.members.filter((member) => member.kind === "reference") : [];
  if (bases.length > 0) {
    const names = bases.map((base) => typeText(base, page));
    return line`All of ${join(names, " and ")}${fieldsOf(type, "").length > 0 ? ", and these:" : "."}`;
  }
  return join([typeText(type, page), constraintsText(type, constraints)], ", ");
}
