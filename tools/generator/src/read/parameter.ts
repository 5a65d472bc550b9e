import { isObject, type JsonObject, member } from "../load/json.ts";
import {
  booleanAt,
  isMarkedSensitive,
  listAt,
  objectAt,
  type Place,
  resolveDescribed,
  textAt,
} from "./document.ts";
import { examplesOf, firstContent } from "./example.ts";
import { facetsOf } from "./facets.ts";
import type { Parameter } from "./model.ts";
import { argumentNames } from "./names.ts";
import type { Reading } from "./reading.ts";
import type { Route } from "./route.ts";
import { typeOf } from "./type.ts";
import { jsonContentOf } from "./wire/parameter.ts";

type Location = Parameter["in"];

/** The parameters of an operation: those of its path, overridden by its own of the same name and location. */
export function parametersOf(reading: Reading, { item, operation }: Route): readonly Parameter[] {
  const merged = new Map<string, Placed>();
  for (const holder of [item, operation]) {
    for (const parameter of declared(reading, holder)) merged.set(keyOf(parameter), parameter);
  }
  const all = [...merged.values()];
  const names = argumentNames(all);
  return all.map((parameter, index) => readParameter(reading, parameter, names[index] ?? parameter.name));
}

/** What identifies a parameter: header names are the same in any case. */
function keyOf({ name, in: location }: Placed): string {
  return `${location} ${location === "header" ? name.toLowerCase() : name}`;
}

interface Placed {
  readonly name: string;
  readonly in: Location;
  readonly value: JsonObject;
}

function declared(reading: Reading, holder: Place<JsonObject>): readonly Placed[] {
  return (listAt(holder.value, "parameters") ?? []).flatMap((value) => {
    const parameter = resolveDescribed(reading.root, { value, pointer: "#" })?.value;
    const [name, location] = [textAt(parameter, "name"), textAt(parameter, "in")];
    if (parameter === undefined || name === undefined || !isLocation(location)) return [];
    return [{ name, in: location, value: parameter }];
  });
}

function readParameter(reading: Reading, { name, in: location, value }: Placed, argument: string): Parameter {
  const json = jsonContentOf(reading.root, value);
  const schema = json === undefined ? member(value, "schema") : (member(json.media, "schema") ?? true);
  const facets = facetsOf(reading, schema);
  const style = styleOf(value, location);
  return {
    name,
    argument,
    in: location,
    required: location === "path" || booleanAt(value, "required") === true,
    deprecated: [value, objectAt(value, "schema")].some((holder) => booleanAt(holder, "deprecated") === true),
    description: textAt(value, "description") ?? facets.description,
    // A parameter that says nothing of its values is text, as everything in an address is.
    type: schema === undefined ? { kind: "string", format: undefined } : typeOf(reading, schema),
    constraints: facets.constraints,
    default: facets.default,
    examples: examplesOf(reading, examplesHolder(value), facets.examples),
    style,
    explode: booleanAt(value, "explode") ?? style === "form",
    // In a path a slash that stays would be another segment, in a cookie a semicolon another cookie.
    allowReserved: location === "query" && booleanAt(value, "allowReserved") === true,
    mediaType: json?.mediaType,
    sensitive: facets.sensitive || isMarkedSensitive(value),
  };
}

/** Examples of a `content` parameter may stand at either place. */
function examplesHolder(parameter: JsonObject): JsonObject {
  const own = isObject(member(parameter, "examples")) || member(parameter, "example") !== undefined;
  return own ? parameter : (firstContent(parameter)?.media ?? parameter);
}

function styleOf(parameter: JsonObject, location: Location): Parameter["style"] {
  const style = textAt(parameter, "style");
  if (isStyle(style)) return style;
  return location === "path" || location === "header" ? "simple" : "form";
}

function isLocation(value: string | undefined): value is Location {
  return value === "path" || value === "query" || value === "header" || value === "cookie";
}

function isStyle(value: string | undefined): value is Parameter["style"] {
  return (
    value === "simple" ||
    value === "label" ||
    value === "matrix" ||
    value === "form" ||
    value === "spaceDelimited" ||
    value === "pipeDelimited" ||
    value === "deepObject"
  );
}
