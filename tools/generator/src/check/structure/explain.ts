import type { ErrorObject } from "ajv/dist/2020.js";
import { describe, isList, isObject, listed, member, membersOf, type JsonObject } from "../../load/json.ts";
import { suggestion } from "../../load/nearest.ts";
import { childPointer, parsePointer } from "../../load/pointer.ts";
import type { Json } from "../../read/model.ts";
import { formatNames } from "./formats.ts";
import { objectName } from "./objects.ts";

/** A validation error in words. */
export type Explanation = { readonly pointer: string; readonly message: string; readonly missing?: string };

/** What makes a sentence: the error with its parts in our own types. */
interface Case {
  readonly pointer: string;
  /** The place in words: its key in code marks, or "the document". */
  readonly subject: string;
  readonly found: Json;
  /** Value of the keyword that failed, and the schema it stands in. */
  readonly expected: Json | undefined;
  readonly schema: JsonObject;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Explains every kind of error but unknown properties, which need to see their neighbours. */
export function explain(error: ErrorObject): Explanation {
  const pointer = `#${error.instancePath}`;
  const schema: Json = error.parentSchema ?? {};
  const found: Json = error.data as Json;
  const expected = error.schema as Json | undefined;
  const subject = subjectOf(pointer);
  const write = SENTENCES.get(error.keyword);
  return (
    write?.({
      pointer,
      subject,
      found,
      expected,
      schema: isObject(schema) ? schema : {},
      params: error.params,
    }) ??
    // Better a poor sentence than an error passed over.
    say(pointer, `${subject} is not as the specification has it: it ${error.message ?? "is not valid"}.`)
  );
}

/** "the document", "`title`", "entry 0 of `servers`". */
function subjectOf(pointer: string): string {
  const tokens = parsePointer(pointer);
  const key = tokens.at(-1);
  if (key === undefined) return "the document";
  return /^\d+$/.test(key) && tokens.at(-2) !== "responses"
    ? `entry ${key} of \`${tokens.at(-2)}\``
    : `\`${key}\``;
}

const SENTENCES: ReadonlyMap<string, (it: Case) => Explanation | undefined> = new Map([
  ["required", required],
  ["type", wrongType],
  ["enum", notAmong],
  [
    "const",
    ({ pointer, subject, expected, found }: Case) =>
      say(pointer, `${subject} must be ${describe(expected)}; found ${describe(found)}.`),
  ],
  [
    "pattern",
    ({ pointer, subject, expected, found }: Case) =>
      say(pointer, `${subject} must match \`${String(expected)}\`; found ${describe(found)}.`),
  ],
  ["format", wrongFormat],
  [
    "minProperties",
    ({ pointer, subject }: Case) => say(pointer, `${subject} is empty. Expected at least one entry.`),
  ],
  [
    "maxProperties",
    ({ pointer, subject, found }: Case) =>
      say(pointer, `${subject} must have exactly one entry; found ${membersOf(found)}.`),
  ],
  [
    "minItems",
    ({ pointer, subject }: Case) => say(pointer, `${subject} is an empty list. Expected at least one entry.`),
  ],
  ["uniqueItems", repeated],
  ["oneOf", choice],
  ["not", exclusive],
  ["propertyNames", wrongName],
]);

function say(pointer: string, message: string, missing?: string): Explanation {
  const sentence = message.charAt(0).toUpperCase() + message.slice(1);
  return missing === undefined ? { pointer, message: sentence } : { pointer, message: sentence, missing };
}

function required({ pointer, found, schema, params }: Case): Explanation {
  const name = String(params["missingProperty"]);
  const type = member(member(member(schema, "properties"), name), "type");
  const expected = typeof type === "string" ? `. Expected ${typeName(type)}; found ` : "; found ";
  const object = objectName(schema, pointer);
  const where = object === "object" ? "here" : `in the ${object}`;
  return say(pointer, `\`${name}\` is missing ${where}${expected}${membersOf(found)}.`, name);
}

function wrongType({ pointer, subject, expected, found }: Case): Explanation {
  const types = (isList(expected) ? expected : [expected]).map((type) => typeName(String(type))).join(" or ");
  return say(pointer, `${subject} must be ${types}; found ${describe(found)}.${typeHint(types, found)}`);
}

function typeHint(types: string, found: Json): string {
  if (found === null) return " A key without a value is null in YAML: give it one, or remove it.";
  if (types === "a string" && typeof found !== "object") return " Put it in quotes.";
  if (types === "a boolean" && typeof found === "string") return " Write `true` or `false` without quotes.";
  return "";
}

function typeName(type: string): string {
  if (type === "array") return "a list";
  return type === "object" || type === "integer" ? `an ${type}` : `a ${type}`;
}

function notAmong({ pointer, subject, expected, found }: Case): Explanation {
  const values = isList(expected) ? expected.map(String) : [];
  const meant = typeof found === "string" ? suggestion(found, values) : "";
  return say(pointer, `${subject} must be ${listed(values, "or")}; found ${describe(found)}.${meant}`);
}

function wrongFormat({ pointer, subject, expected, found }: Case): Explanation {
  const name = formatNames.get(String(expected)) ?? String(expected);
  return say(pointer, `${subject} must be ${name}; found ${describe(found)}.`);
}

function repeated({ pointer, subject, params }: Case): Explanation {
  return say(
    childPointer(pointer, String(params["i"])),
    `Two entries of ${subject} are the same. Remove one.`,
  );
}

/** Of a choice between members, none is there or more than one. */
function choice({ pointer, found, expected }: Case): Explanation | undefined {
  const names = (isList(expected) ? expected : []).flatMap(requiredNames);
  if (names.length < 2) return undefined;
  const present = names.filter((name) => member(found, name) !== undefined);
  if (present.length !== 1) {
    const count = present.length === 0 ? "found neither" : "found both";
    return say(pointer, `Expected either ${listed(names, "or")}; ${count}.`);
  }
  // 3.0 only: what `schema` may have beside it, `content` may not.
  const branch = isList(expected)
    ? expected.find((option) => requiredNames(option)[0] === present[0])
    : undefined;
  const refused = member(branch, "allOf");
  const extra = (isList(refused) ? refused : [])
    .flatMap((clause) => requiredNames(member(clause, "not")))
    .filter((name) => member(found, name) !== undefined);
  return extra.length === 0
    ? undefined
    : say(
        pointer,
        `${listed(extra, "and")} cannot stand beside ${listed(present, "and")}. Move it into the media type, or remove it.`,
      );
}

/** Members that exclude each other. */
function exclusive({ pointer, expected }: Case): Explanation | undefined {
  const names = requiredNames(expected);
  // The licence of 3.1 says it the other way round: where `identifier` stands, `url` may not.
  const both = names.length === 1 ? ["identifier", ...names] : names;
  return both.length < 2
    ? undefined
    : say(pointer, `${listed(both, "and")} exclude each other. Keep one of them.`);
}

function requiredNames(schema: Json | undefined): readonly string[] {
  const names = member(schema, "required");
  return isList(names) ? names.map(String) : [];
}

function wrongName({ pointer, subject, expected, params }: Case): Explanation {
  const name = String(params["propertyName"]);
  const format = member(expected, "format");
  const wanted =
    typeof format === "string"
      ? (formatNames.get(format) ?? format)
      : "letters, digits, dots, hyphens and underscores only";
  return say(
    childPointer(pointer, name),
    `\`${name}\` is no name for an entry of ${subject}: expected ${wanted}.`,
  );
}
