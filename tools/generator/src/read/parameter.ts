import { isObject, type JsonObject, member } from "../load/json.ts";
import { booleanAt, isMarkedSensitive, listAt, type Place, resolveDescribed, textAt } from "./document.ts";
import { examplesOf, firstContent, type MediaContent } from "./example.ts";
import { facetsOf } from "./facets.ts";
import type { Json, Parameter } from "./model.ts";
import { argumentNames } from "./names.ts";
import type { Reading } from "./reading.ts";
import type { Route } from "./route.ts";
import { typeOf } from "./type.ts";
import { carrierOf, isRange, substanceOf } from "./wire/carrier.ts";

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
  const content = firstContent(value);
  const schema = schemaOf(reading, value, content);
  const facets = facetsOf(reading, schema);
  const style = styleOf(value, location);
  return {
    name,
    argument,
    in: location,
    required: location === "path" || booleanAt(value, "required") === true,
    deprecated: booleanAt(value, "deprecated") === true,
    description: textAt(value, "description") ?? facets.description,
    // A parameter that says nothing of its values is text, as everything in an address is.
    type: schema === undefined ? { kind: "string", format: undefined } : typeOf(reading, schema),
    constraints: facets.constraints,
    default: facets.default,
    examples: examplesOf(reading, examplesHolder(value, content?.media), facets.examples),
    style,
    explode: booleanAt(value, "explode") ?? style === "form",
    allowReserved: booleanAt(value, "allowReserved") === true,
    mediaType: content !== undefined && isJson(reading, content) ? content.mediaType : undefined,
    sensitive: facets.sensitive || isMarkedSensitive(value),
  };
}

/** A `content` parameter that is not JSON is text, which the caller writes. */
function schemaOf(
  reading: Reading,
  parameter: JsonObject,
  content: MediaContent | undefined,
): Json | undefined {
  if (content === undefined) return member(parameter, "schema");
  return isJson(reading, content) ? (member(content.media, "schema") ?? {}) : { type: "string" };
}

/** Whether the value travels as JSON. What may be anything is, unless it is text already. */
function isJson({ root }: Reading, { mediaType, media }: MediaContent): boolean {
  const text = isRange(mediaType) && substanceOf(root, member(media, "schema")) === "text";
  return carrierOf(mediaType) === "json" && !text;
}

/** Examples of a `content` parameter may stand at either place. */
function examplesHolder(parameter: JsonObject, media: JsonObject | undefined): JsonObject {
  const own = isObject(member(parameter, "examples")) || member(parameter, "example") !== undefined;
  return own ? parameter : (media ?? parameter);
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
