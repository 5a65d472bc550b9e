import type { Problem } from "../problem.ts";
import type { Json } from "../read/model.ts";
import { componentName } from "./component-name.ts";
import type { SourceFile } from "./file.ts";
import type { Files } from "./files.ts";
import { kindOfSection, sectionOf, type Kind } from "./grammar.ts";
import { isObject, member, type JsonObject } from "./json.ts";
import { formatPointer, lookup, type Tokens } from "./pointer.ts";
import { missingTarget, parseReference } from "./reference.ts";
import { referenceOf } from "./walk.ts";

/** A spot in one of the files. */
export interface Spot {
  readonly file: SourceFile;
  readonly tokens: Tokens;
}

/** What the parts of one bundling share. */
export interface Bundler {
  readonly files: Files;
  readonly schemas: Json | undefined;
  readonly problems: Problem[];
  readonly origins: Map<string, Spot>;
  /** Where in the bundle each foreign target lives, by kind and spot. */
  readonly homes: Map<string, string>;
  readonly taken: Map<string, Set<string>>;
  readonly pending: (Spot & { readonly kind: Kind; readonly section: string; readonly name: string })[];
}

/** The names the author gave count first: `Key: { $ref: key.yaml }` makes `Key` the home of that file. */
export function claimNames(bundler: Bundler, components: JsonObject): void {
  for (const [section, entries] of Object.entries(components)) {
    const kind = kindOfSection(section);
    if (kind === undefined || !isObject(entries)) continue;
    bundler.taken.set(section, new Set(Object.keys(entries)));
    for (const [name, entry] of Object.entries(entries)) {
      const reference = referenceOf(kind, entry);
      if (reference === undefined || !isObject(entry) || Object.keys(entry).length > 1) continue;
      const spot = findTarget(bundler, reference, bundler.files.root);
      if (typeof spot !== "object" || spot.file === bundler.files.root) continue;
      const key = spotKey(kind, spot);
      if (!bundler.homes.has(key)) bundler.homes.set(key, formatPointer(["components", section, name]));
    }
  }
}

/** The spot a reference leads to, or the sentence why it leads nowhere; `undefined`: told elsewhere already. */
export function findTarget(bundler: Bundler, reference: string, from: SourceFile): Spot | string | undefined {
  const parsed = parseReference(reference);
  if (parsed.refused !== undefined) return parsed.refused;
  const { path, tokens } = parsed;
  if (path === undefined && from === bundler.files.root) return { file: from, tokens };
  const opened = path === undefined ? { file: from } : bundler.files.open(path, from);
  if ("refused" in opened) return opened.refused + bareNameAdvice(bundler, reference);
  if ("broken" in opened) return undefined;
  // References into the root are judged with all others of the root, once the bundle stands.
  if (opened.file === bundler.files.root || lookup(opened.file.data, tokens).found)
    return { file: opened.file, tokens };
  return missingTarget(reference, opened.file.data, tokens);
}

/** `$ref: Key` is a file name to OpenAPI; people who write it mean a schema. */
function bareNameAdvice(bundler: Bundler, reference: string): string {
  const known = member(bundler.schemas, reference) !== undefined;
  return known ? ` For the schema of that name write \`#/components/schemas/${reference}\`.` : "";
}

/** Pointer of the bundle under which a foreign target is found; new targets get a name and a place in the queue. */
export function homeOf(bundler: Bundler, kind: Kind, spot: Spot): string {
  const key = spotKey(kind, spot);
  const known = bundler.homes.get(key);
  if (known !== undefined) return known;
  const section = sectionOf(kind) ?? "schemas";
  const taken = bundler.taken.get(section) ?? new Set();
  bundler.taken.set(section, taken);
  const name = componentName(spot.file.path, spot.tokens, taken);
  taken.add(name);
  const home = formatPointer(["components", section, name]);
  bundler.homes.set(key, home);
  bundler.pending.push({ ...spot, kind, section, name });
  return home;
}

/** Identifies a target: the same spot read as another kind is another component. */
export function spotKey(kind: Kind, spot: Spot): string {
  return `${kind} ${spot.file.path}${formatPointer(spot.tokens)}`;
}
