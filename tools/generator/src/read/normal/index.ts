import type { JsonObject } from "../../load/index.ts";
import { childOf, type Child, type Kind, sectionOf } from "../../load/grammar.ts";
import { isList, isObject, member } from "../../load/json.ts";
import { parsePointer, percentDecode } from "../../load/pointer.ts";
import { membersAt, referenceOf, resolve, resolveDescribed, textAt } from "../document.ts";
import type { Json } from "../model.ts";
import { untangled } from "../untangle.ts";
import { withWireContents } from "../wire/contents.ts";
import { withoutJsonFiles } from "../wire/json-files.ts";
import { isHeaderName, setterOf } from "../wire/headers.ts";
import { withContentSchema } from "../wire/parameter.ts";
import type { Context, Direction } from "./context.ts";
import { twofold } from "./directions.ts";
import { NamedSchemas } from "./named.ts";
import { normalSchema } from "./schema.ts";
import { findTags } from "./tags.ts";

const forms = new WeakMap<JsonObject, JsonObject>();

/**
 * The document in normal form: the one both our reader and the printer of `schema.ts` go by.
 *
 * It says the same in fewer ways. Schemas are in the form {@link normalSchema} describes. References are
 * `#/components/<section>/<name>`, to what that section is for; path items stand in place. Discriminators have become
 * properties with literal types. Parameters with `content` have a `schema`, too.
 *
 * @param document - Checked. It is not changed.
 */
export function normalForm(document: JsonObject): JsonObject {
  const known = forms.get(document);
  if (known !== undefined) return known;
  const root = untangled(withWireContents(withoutJsonFiles(document)));
  const schemas = new NamedSchemas(root, findTags(document), twofold(document));
  const context: Context = {
    root,
    old: String(member(document, "openapi")).startsWith("3.0"),
    incoming: false,
    known: { request: new Map(), answer: new Map(), both: new Map() },
    refer: (pointer, direction, said) => schemas.refer(context, pointer, direction, said),
  };
  const outline = members(context, "document", root, "both");
  const named = schemas.settle(context);
  const others = member(outline, "components");
  const whole =
    Object.keys(named).length === 0
      ? outline
      : { ...outline, components: { ...(isObject(others) ? others : {}), schemas: named } };
  forms.set(document, whole);
  return whole;
}

const LEFT_OUT: ReadonlySet<string> = new Set([
  "components schemas",
  "components links",
  "components callbacks",
  "components pathItems",
]);

/** Where calls stand that the API makes: there it sends the bodies and takes the answers. */
const INCOMING: ReadonlySet<string> = new Set(["document webhooks", "operation callbacks"]);

/** Methods with which `fetch` sends no body. */
const BODILESS: ReadonlySet<string> = new Set(["get", "head"]);

function withoutBody(operation: Json): Json {
  if (!isObject(operation)) return operation;
  const { requestBody: _, ...others } = operation;
  return others;
}

/** A body of no media type cannot be sent. */
function isEmptyBody(root: JsonObject, value: Json): boolean {
  const body = resolve(root, { value, pointer: "#" });
  return membersAt(body?.value, "content").length === 0;
}

function members(context: Context, kind: Kind, value: JsonObject, direction: Direction): JsonObject {
  const whole = kind === "parameter" ? withContentSchema(context.root, value) : value;
  const entries = Object.entries(whole).flatMap(([key, inner]): [string, Json][] => {
    if (LEFT_OUT.has(`${kind} ${key}`)) return [];
    if (kind === "operation" && key === "requestBody" && isEmptyBody(context.root, inner)) return [];
    const child = childOf(kind, key);
    if (child === undefined) return [[key, inner]];
    if (kind === "components") return [[key, aliases(context, child, inner, direction)]];
    if (!INCOMING.has(`${kind} ${key}`)) {
      const bodiless = child.kind === "operation" && BODILESS.has(key) && !context.incoming;
      return [[key, children(context, child, bodiless ? withoutBody(inner) : inner, direction)]];
    }
    // Callbacks of calls that come in are nobody's to take; without them, no circle of these has to end.
    return context.incoming ? [] : [[key, children({ ...context, incoming: true }, child, inner, direction)]];
  });
  return Object.fromEntries(entries);
}

function children(context: Context, { kind, shape }: Child, value: Json, direction: Direction): Json {
  if (shape === "one") return normal(context, kind, value, direction);
  if (shape === "list") {
    if (!isList(value)) return value;
    const items = value.map((item) => normal(context, kind, item, direction));
    return kind === "parameter" ? items.filter((item) => isParameter(context.root, item)) : items;
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, normal(context, kind, item, direction)]),
  );
}

/** Without a name nothing can be sent, though documents list such parameters; and some headers are none. */
function isParameter(root: JsonObject, value: Json): boolean {
  const parameter = resolve(root, { value, pointer: "#" })?.value;
  const name = textAt(parameter, "name");
  if (name === undefined || textAt(parameter, "in") !== "header") return name !== undefined;
  return isHeaderName(name) && setterOf(name) === undefined;
}

/** A component that stands for another one is that: the printer would find nothing in a reference here. */
function aliases(context: Context, child: Child, section: Json, direction: Direction): Json {
  if (!isObject(section)) return section;
  const resolved = Object.entries(section).map(([name, value]): [string, Json] => {
    const target = resolveDescribed(context.root, { value, pointer: "#" });
    return [name, target?.value ?? value];
  });
  return children(context, child, Object.fromEntries(resolved), direction);
}

function normal(context: Context, kind: Kind, value: Json, outer: Direction): Json {
  const direction = directionOf(context, kind) ?? outer;
  if (kind === "schema") return normalSchema(context, value, direction === "both" ? "answer" : direction);
  if (!isObject(value)) return value;
  const reference = sectionOf(kind) === undefined ? undefined : referenceOf(value);
  if (reference === undefined) return members(context, kind, value, direction);
  const pointer = percentDecode(reference);
  if (isPlain(kind, pointer) && !context.incoming)
    return pointer === reference ? value : { ...value, $ref: pointer };
  const target = resolveDescribed(context.root, { value, pointer: "#" })?.value ?? {};
  const { $ref: _, ...own } = value;
  return members(context, kind, kind === "pathItem" ? { ...target, ...own } : target, direction);
}

function directionOf({ incoming }: Context, kind: Kind): Direction | undefined {
  if (kind === "parameter" || kind === "requestBody") return incoming ? "answer" : "request";
  if (kind === "response") return incoming ? "request" : "answer";
  return undefined;
}

/** A reference to a component of the right kind. Headers are put in place: the printer takes those referred to for required. So is what it has no section for. */
function isPlain(kind: Kind, pointer: string): boolean {
  const [components, section, ...name] = parsePointer(pointer);
  if (kind === "pathItem" || kind === "header" || kind === "link" || kind === "callback") return false;
  return components === "components" && section === sectionOf(kind) && name.length === 1;
}
