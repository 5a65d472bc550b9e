import { isObject } from "../load/json.ts";
import { flatten } from "./flatten.ts";
import type { Api, Content, Json, NamedSchema, Operation, Parameter, Type } from "./model.ts";
import { sendable, weight } from "./sample/sendable.ts";
import { newTrial } from "./sample/matches.ts";
import { firstSendable, makeValue, type Means, type Named } from "./sample/value.ts";
import { isRange } from "./wire/carrier.ts";

/**
 * Values for the arguments of an operation, for documentation, the tour and tests: by argument, valid against the
 * document. Each is the document's first example where it has one, else the default, else made from type and
 * constraints; null where nothing can be what the document asks for. Properties that are `readOnly` are left out of bodies. A file is given as text.
 *
 * @param which - Only the arguments that are required, and a body in which something is; or all of them. For bodies: the named example with the fewest
 *   members, without those that are optional; or the one with the most.
 */
export function sampleArguments(api: Api, operation: Operation, which: "required" | "all"): Sample {
  const means = meansOf(api);
  const samples = means.samples.get(operation) ?? {};
  means.samples.set(operation, samples);
  return (samples[which] ??= makeArguments(means, operation, which));
}

function makeArguments(means: Means, operation: Operation, which: "required" | "all"): Sample {
  const { named } = means;
  const values = new Map<string, Json>();
  for (const parameter of operation.parameters) {
    if (which === "required" && !parameter.required) continue;
    const { type, constraints, examples } = parameter;
    const offered = [...examples.map((example) => example.value), parameter.default];
    const given = firstSendable(
      named,
      type,
      offered.filter((one) => canTravel(parameter.in, one)),
    );
    // Nothing may be missing from a path: there, an object shows all it has.
    const value = given ?? makeValue(means, type, constraints, parameter.in === "path" ? "all" : which);
    if (value !== undefined || parameter.required) values.set(parameter.argument, value ?? null);
  }
  const { body } = operation;
  if (body !== undefined && (which === "all" || body.required || holdsRequired(means, body.contents[0]))) {
    const value = sampleBody(means, body.contents[0], which);
    if (value !== undefined || body.required) values.set("body", value ?? null);
    const { mediaType } = body.contents[0];
    // Only where there is no default.
    if (values.has("body") && body.mediaTypeArgument !== undefined && isRange(mediaType)) {
      values.set(body.mediaTypeArgument, mediaType.replace("*", sampleSubtype(mediaType)));
    }
  }
  return values;
}

/** Whether a value is one of a type. Null stands for what nothing can be, and then it is not. */
export function isOfType(api: Api, type: Type, value: Json): boolean {
  return sendable(meansOf(api).named, type, value) !== undefined;
}

/** An empty text in a path leads elsewhere; a header holds a line of Latin-1. Documents show both all the same. */
function canTravel(place: Parameter["in"], value: Json | undefined): boolean {
  if (place === "path") return value !== "";
  return place !== "header" || typeof value !== "string" || /^[\t\x20-\x7e\xa0-\xff]*$/.test(value);
}

/** A body of an answer, the document's first example where it has one. */
export function sampleContent(api: Api, { type, examples }: Content): Json {
  const [example] = examples;
  return example === undefined ? (makeValue(meansOf(api), type, {}, "all") ?? null) : example.value;
}

function sampleSubtype(range: string): string {
  const [kind = ""] = range.split("/", 1);
  return (
    new Map([
      ["audio", "mpeg"],
      ["image", "png"],
      ["video", "mp4"],
    ]).get(kind.toLowerCase()) ?? "x-example"
  );
}

/** What is known of a document, the arguments that were made among it: pages, comments and tests show the same ones. */
interface Workshop extends Means {
  readonly samples: WeakMap<Operation, { required?: Sample; all?: Sample }>;
}

type Sample = ReadonlyMap<string, Json>;

const known = new WeakMap<Api, Workshop>();

function meansOf(api: Api): Workshop {
  const means = known.get(api) ?? newMeans(api);
  known.set(api, means);
  return means;
}

function newMeans({ schemas }: Api): Workshop {
  const index = new Map(schemas.map((schema): [string, NamedSchema] => [schema.name, schema]));
  return { named: (name) => index.get(name), trial: newTrial(), samples: new WeakMap() };
}

/** Frameworks leave it open whether there is a body, though a call without it would be in vain. */
function holdsRequired({ named }: Means, { type }: Content): boolean {
  const object = flatten(type, (name) => named(name)?.type);
  return object?.properties.some(({ required, readOnly }) => required && !readOnly) ?? false;
}

function sampleBody(means: Means, content: Content, which: "required" | "all"): Json | undefined {
  const { named } = means;
  const examples = content.examples
    .map(({ value }) => sendable(named, content.type, value))
    .filter((value) => value !== undefined);
  const [first, ...others] = examples;
  if (first === undefined) return makeValue(means, content.type, {}, which);
  if (which === "all")
    return others.reduce((most, next) => (weight(next) > weight(most) ? next : most), first);
  return essential(
    named,
    content.type,
    others.reduce((least, next) => (weight(next) < weight(least) ? next : least), first),
  );
}

/** Without the optional properties, unless nothing would be left to show. */
function essential(named: Named, type: Type, value: Json): Json {
  const object = flatten(type, (name) => named(name)?.type);
  if (object === undefined || !isObject(value)) return value;
  const required = new Set(object.properties.filter((property) => property.required).map(({ name }) => name));
  const kept = Object.entries(value).filter(([name]) => required.has(name));
  const few = kept.length < (object.constraints?.minProperties ?? 1);
  return few ? value : Object.fromEntries(kept);
}
