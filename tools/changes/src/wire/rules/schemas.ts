import { member } from "@keysmith/generator";
import { type Change, type Value } from "../change.ts";
import { type Effect, effectOf } from "../constraint.ts";
import type { Rule } from "../rule.ts";

/** What travels: values that a caller may send, and values that a caller may get. */
export const schemaRules: readonly Rule[] = [
  {
    // Redocly counts a type that a constant or a list of values implies as one that goes.
    name: "wire/same-type",
    because: "The same types in other words.",
    rate: ({ typeName, property, was, is }) => {
      if (typeName !== "Schema" || (property !== "type" && property !== "nullable")) return undefined;
      return typesOf(was) === typesOf(is) ? "none" : undefined;
    },
  },
  {
    name: "wire/same-constraint",
    because: "The same values are taken.",
    rate: (change) => (effect(change) === "same" ? "none" : undefined),
  },
  {
    // Redocly says so of parts that are only read as well, and of one that is both read and sent it does not say why.
    name: "wire/request-tightened",
    because: "Calls that were right are refused.",
    rate: (change) => {
      const found = effect(change);
      return change.inRequest && (found === "fewer" || found === "others") ? "major" : undefined;
    },
  },
  {
    name: "wire/response-form",
    because: "Who parses the text finds another form.",
    rate: (change) => {
      const isForm = change.property === "format" || change.property === "const";
      const changed =
        effect(change) === "others" || (change.property === "const" && effect(change) === "more");
      return change.inResponse && isForm && changed ? "major" : undefined;
    },
  },
  {
    // Redocly calls a longer text in an answer breaking. No client of ours checks answers against bounds.
    name: "wire/response-constraint",
    because: "A reader may meet values that were out of bounds, of the same type.",
    rate: (change) => (change.inResponse && effect(change) !== undefined ? "minor" : undefined),
  },
  {
    // Redocly calls it breaking. It is where the generated type is closed, which the type axis says.
    name: "wire/response-enum-added",
    because: "A reader may meet a value that it does not know.",
    rate: ({ property, verdicts }) => {
      if (property !== "enum" || verdicts.length === 0) return undefined;
      return verdicts.every(({ ruleId }) => ruleId === "enum-values-added") ? "minor" : undefined;
    },
  },
  {
    // Redocly says so of what is read, and of what is sent where the object takes no other properties: where it does, the
    // value is lost without a word.
    name: "wire/property-removed",
    because: "What callers send there, or read, is gone.",
    rate: ({ kind, holder, typeName, inRequest, inResponse }) =>
      kind === "removed" && typeName === "Schema" && holder === "properties" && (inRequest || inResponse)
        ? "major"
        : undefined,
  },
  {
    name: "wire/read-only",
    because: "Callers can send it no more, or again.",
    rate: ({ property, is, inRequest }) => direction("readOnly", property, is, inRequest),
  },
  {
    name: "wire/write-only",
    because: "Readers find it no more, or again.",
    rate: ({ property, is, inResponse }) => direction("writeOnly", property, is, inResponse),
  },
  {
    name: "wire/request-default",
    because: "Who leaves it out gets something else.",
    rate: ({ typeName, property, inRequest }) =>
      typeName === "Schema" && property === "default" && inRequest ? "minor" : undefined,
  },
  {
    name: "wire/response-default",
    because: "A default says what holds for what a caller leaves out.",
    rate: ({ typeName, property }) => (typeName === "Schema" && property === "default" ? "patch" : undefined),
  },
  {
    name: "wire/unused",
    because: "No operation uses it.",
    rate: ({ operations, before, after }) =>
      operations.length === 0 && (after ?? before)?.pointer.startsWith("#/components/schemas/")
        ? "patch"
        : undefined,
  },
];

function effect({ typeName, kind, property, was, is }: Change): Effect | undefined {
  return typeName === "Schema" && kind === "modified" && property !== undefined
    ? effectOf(property, was, is)
    : undefined;
}

function direction(
  name: string,
  property: string | undefined,
  is: Value,
  travels: boolean,
): "major" | "minor" | "patch" | undefined {
  if (property !== name) return undefined;
  if (!travels) return "patch";
  return member(is, name) === true ? "major" : "minor";
}

/** Names of the types, said or implied, null among them; nothing where anything may come. */
function typesOf(schema: Value): string {
  const said = member(schema, "type");
  const constant = member(schema, "const");
  const values = constant === undefined ? member(schema, "enum") : [constant];
  const implied = Array.isArray(values) ? values.map(kindOf) : [];
  const types = new Set(said === undefined ? implied : [said].flat());
  if (types.size > 0 && member(schema, "nullable") === true) types.add("null");
  return [...types].map(String).toSorted().join(" ");
}

function kindOf(value: Value): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}
