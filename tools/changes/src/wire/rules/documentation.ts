import { parsePointer } from "@keysmith/generator";
import type { Change } from "../change.ts";
import type { Rule } from "../rule.ts";

const TEXT = /^(?:description|summary|title|tags|externalDocs|examples?|\$comment|xml|bearerFormat)$/;
const ABOUT = /^(?:termsOfService|contact|license)$/;
/** What a document is written in; what it says by that is compared part by part. */
const LANGUAGE = /^(?:openapi|jsonSchemaDialect|\$schema)$/;

/** Parts that are documentation as a whole. A discriminator repeats what the members of a union say themselves. */
const PARTS =
  /^(?:Info|Contact|License|Tag|TagList|Tags|TagGroup|ExternalDocs|Example|ExamplesMap|Examples|Link|LinksMap|Links|Discriminator|DiscriminatorMapping|Xml)$/;

/** Our extensions that clients make something of, and that have rules below. */
const CLIENT = new Set(["x-pagination", "x-idempotent", "x-sensitive"]);

/** What people read, and names that only documents and programs know. */
export const documentationRules: readonly Rule[] = [
  {
    name: "wire/deprecated",
    because: "It still works, but callers should move on.",
    rate: ({ property, is }) =>
      property === "deprecated" && memberIs(is, "deprecated", true) ? "minor" : undefined,
  },
  {
    name: "wire/no-longer-deprecated",
    because: "It works as it did.",
    rate: ({ property }) => (property === "deprecated" ? "patch" : undefined),
  },
  {
    name: "wire/client-behaviour",
    because: "Clients do something else by themselves: what they repeat, show in logs, or walk page by page.",
    rate: (change) => (extensionOf(change, (name) => CLIENT.has(name)) ? "minor" : undefined),
  },
  {
    name: "wire/credential-variable",
    because: "Whoever relies on the environment variable sends no credential without it.",
    rate: ({ property, before }) => {
      if (property !== "x-env") return undefined;
      return before?.value === undefined ? "minor" : "major";
    },
  },
  {
    name: "wire/documentation",
    because: "Nothing but documentation changes.",
    rate: (change) => {
      const isText = [TEXT, ABOUT, LANGUAGE].some((names) => names.test(change.property ?? ""));
      const isPart = PARTS.test(change.typeName) || change.holder === "mapping";
      return isText || isPart || extensionOf(change, () => true) ? "patch" : undefined;
    },
  },
  {
    // What a component other than a schema is like is told where it is used, and nobody sees its name.
    name: "wire/inner-name",
    because: "Only the document itself knows the name.",
    rate: (change) => (isComponent(change) && !isIn(change, "schemas") ? "none" : undefined),
  },
  {
    // Redocly calls another operationId breaking. It breaks who compiles against it, which the type axis says.
    name: "wire/name",
    because: "The name does not travel: nobody on the wire knows it.",
    rate: (change) => (isName(change) ? "patch" : undefined),
  },
];

function isName(change: Change): boolean {
  const { typeName, property, is, verdicts } = change;
  if (property === "operationId") return true;
  if (typeName === "PathItem" && property === "key") return verdicts.length === 0;
  if (typeName === "Parameter" && property === "name") return memberIs(is, "in", "path");
  return isComponent(change);
}

/** Whether it is about a component as such, which came, went or has another name. */
function isComponent({ property, before, after, turned }: Change): boolean {
  const tokens = parsePointer((after ?? before)?.pointer ?? "#");
  return (
    tokens[0] === "components" &&
    tokens.length <= 3 &&
    (property === undefined || property === "key") &&
    !turned
  );
}

function isIn({ before, after }: Change, kind: string): boolean {
  return parsePointer((after ?? before)?.pointer ?? "#")[1] === kind;
}

/** Extensions stand in the part that has them, or are reported as parts of their own. */
function extensionOf(
  { typeName, property, before, after }: Change,
  wanted: (name: string) => boolean,
): boolean {
  if (property?.startsWith("x-")) return wanted(property);
  if (typeName !== "SpecExtension") return false;
  const tokens = parsePointer((after ?? before)?.pointer ?? "#");
  return tokens.some((token) => token.startsWith("x-") && wanted(token));
}

function memberIs(value: Change["is"], name: string, wanted: unknown): boolean {
  return Object.entries(value ?? {}).some(([key, inner]) => key === name && inner === wanted);
}
