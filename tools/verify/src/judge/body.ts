import type { Spot } from "@keysmith/contract/document";
import type { Drift } from "../drift.ts";
import { describe, describeChoice, shownName, shownPointer } from "../secrets/describe.ts";
import { noteForm } from "./forms.ts";
import { errorsOf, type SchemaError } from "./errors.ts";
import { type Judge, partOf } from "./judge.ts";
import { walk } from "./walk.ts";

/** Drifts where a value is not what its schema says, or says more. What is secret in it is remembered. */
export function judgeValue(judge: Judge, schema: Spot, value: unknown): readonly Drift[] {
  const secretPlaces = new Set<string>();
  const unknown: Drift[] = [];
  judge.secrets.learn(value);
  walk(judge.document, schema, value, {
    object: (holder, object) => see(judge, holder, object),
    text: (pointer, text, at) => {
      if (!at.split("/").some((name) => judge.secrets.hides(name))) noteForm(judge.forms, pointer, text);
    },
    sensitive: (at, secret) => {
      secretPlaces.add(at);
      judge.secrets.remember(secret);
    },
    unknown: (at, name, found, holder) => unknown.push(unknownProperty(judge, at, name, found, holder)),
    accepts: (pointer, part) => accepts(judge, pointer, part),
  });
  const isSecret = (at: string): boolean =>
    [...secretPlaces].some((place) => at === place || at.startsWith(`${place}/`)) ||
    at.split("/").some((name) => judge.secrets.hides(name));
  try {
    const errors = errorsOf(judge.document, judge.validator, schema.pointer, value);
    return [...relevant(errors).map((error) => schemaDrift(error, isSecret(error.at))), ...unknown];
  } catch (error) {
    return [...unknown, notCompiled(schema, error)];
  }
}

function schemaDrift(
  { at, found, keyword, asked, name, message, pointer }: SchemaError,
  isSecret: boolean,
): Drift {
  const place = shownPointer(at);
  const isChoice = keyword === "enum" || keyword === "const";
  const shown = isSecret
    ? "a value that is secret, [redacted]"
    : isChoice
      ? describeChoice(found)
      : describe(found);
  const lacking = keyword === "required" ? name : undefined;
  return {
    kind: "schema",
    severity: "drift",
    message: lacking === undefined ? `${place} is not what its schema says` : `${place} has no ${lacking}`,
    at: place,
    expected: lacking === undefined ? expectedBy(keyword, asked, message) : `a property ${lacking}`,
    found: shown,
    pointer,
    change: changeFor(keyword, found, lacking),
  };
}

function expectedBy(keyword: string, asked: unknown, message: string): string {
  if (keyword === "enum") return `one of ${JSON.stringify(asked)}`;
  if (keyword === "const") return JSON.stringify(asked);
  if (keyword === "type") return [asked].flat().join(" or ");
  return message.replace(/^must /, "");
}

function changeFor(keyword: string, found: unknown, lacking: string | undefined): string {
  if (lacking !== undefined) return `take ${lacking} out of required`;
  if (keyword === "type") return `allow ${typeName(found)} here`;
  if (keyword === "enum") return "add the value to enum";
  if (keyword === "additionalProperties" || keyword === "unevaluatedProperties")
    return "describe the property, or leave the object open";
  return `widen ${keyword}, or drop it`;
}

function typeName(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}

function unknownProperty(judge: Judge, at: string, name: string, value: unknown, holder: string): Drift {
  const object = partOf(judge, holder, "properties");
  const known = Object.keys(Object(object?.value));
  const shown = shownName(name);
  return {
    kind: "property",
    severity: "drift",
    message: `${shownPointer(at)} is not in the document`,
    at: shownPointer(at),
    expected: `none but ${known.join(", ")}`,
    found: judge.secrets.hides(name)
      ? `${shown}, which sounds secret, [redacted]`
      : `${shown}, ${describe(value)}`,
    pointer: `${holder}/properties`,
    change: `add ${shown}${judge.secrets.hides(name) ? ", with x-sensitive: true" : ""}`,
  };
}

function isBelow({ at }: SchemaError, choice: SchemaError): boolean {
  return at === choice.at || at.startsWith(`${choice.at}/`);
}

/** A choice that nothing fits says so itself; why each of its branches does not is noise beside it. */
function relevant(errors: readonly SchemaError[]): readonly SchemaError[] {
  const choices = errors.filter(({ keyword }) => keyword === "anyOf" || keyword === "oneOf");
  return errors.filter(
    (error) => choices.includes(error) || !choices.some((choice) => isBelow(error, choice)),
  );
}

function accepts({ validator }: Judge, pointer: string, value: unknown): boolean {
  try {
    return validator.faults(pointer, value, { direction: "response" }).length === 0;
  } catch {
    return false;
  }
}

function see({ sightings }: Judge, holder: string, object: object): void {
  const seen = sightings.get(holder) ?? new Set();
  for (const name of Object.keys(object)) seen.add(name);
  sightings.set(holder, seen);
}

function notCompiled({ pointer }: Spot, error: unknown): Drift {
  const why = error instanceof Error ? error.message : String(error);
  return {
    kind: "schema",
    severity: "drift",
    message: `the answer was not judged: its schema cannot be compiled (${why})`,
    pointer,
    change: "mend the schema",
  };
}
