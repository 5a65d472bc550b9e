import { isObject, type Context, type JsonObject, type Rule } from "./redocly.ts";

const namedSchema = /^#\/components\/schemas\/[^/]+(\/allOf\/\d+)*$/;

/** Objects are named under `components/schemas`, since the name is what users of a client import. */
export const namedObjects: Rule = () => ({
  Schema: {
    enter(node, { location, report }) {
      if (!isObject(node) || node["properties"] === undefined || namedSchema.test(location.pointer)) return;
      report({
        message: "An object without a name; move it to `components/schemas` and refer to it.",
        location,
      });
    },
  },
});

/** Every schema and every property says what it means: these texts become the doc comments of the client. */
export const describedSchemas: Rule = () => ({
  NamedSchemas: { enter: expectDescriptions },
  SchemaProperties: { enter: expectDescriptions },
});

function expectDescriptions(schemas: unknown, context: Context): void {
  for (const [name, schema] of entries(schemas)) {
    const { description } = resolved(schema, context);
    if (typeof description === "string" && description.trim() !== "") continue;
    const location = context.location.child([name]).key();
    context.report({ message: `\`${name}\` has no description.`, location });
  }
}

/** Ending of a name, in snake case, that promises a secret. */
const secretName = /(^|_)(secret|(secret|private|api|access)_key|token|password|passphrase)$/;

/** A text that is called like a secret says whether it is one, so that none reaches a log by oversight. */
export const markedSecrets: Rule = () => ({
  NamedSchemas: { enter: expectMarks },
  SchemaProperties: { enter: expectMarks },
  Parameter: {
    enter(node, context) {
      if (isObject(node)) expectMark(String(node["name"]), node["schema"], context, "schema");
    },
  },
});

function expectMarks(schemas: unknown, context: Context): void {
  for (const [name, schema] of entries(schemas)) expectMark(name, schema, context, name);
}

function expectMark(name: string, schema: unknown, context: Context, key: string): void {
  const { type, "x-sensitive": mark } = resolved(schema, context);
  const isText = [type].flat().includes("string");
  if (!isText || mark !== undefined || !secretName.test(snakeCase(name))) return;
  const message = `\`${name}\` is called like a secret; expected \`x-sensitive: true\`, or \`false\` when it is none.`;
  context.report({ message, location: context.location.child([key]) });
}

function entries(schemas: unknown): readonly [string, unknown][] {
  return isObject(schemas) ? Object.entries(schemas) : [];
}

/** The schema behind a reference; what stands beside the reference comes first. */
function resolved(schema: unknown, context: Context): JsonObject {
  const { node } = context.resolve(schema);
  return { ...(isObject(node) ? node : {}), ...(isObject(schema) ? schema : {}) };
}

function snakeCase(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replaceAll(/[^A-Za-z0-9]+/g, "_")
    .toLowerCase();
}
