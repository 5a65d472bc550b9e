import { childPointer, isObject, type JsonObject, lookup, member, parsePointer } from "@keysmith/generator";

/** Who writes a part of a document and who reads it: a caller sends requests and reads responses. */
export type Direction = "request" | "response";

/** What uses a part of a document. */
export interface Uses {
  /** `GET /keys`, or `webhook keyExpired`; in the order of the document. */
  readonly operations: readonly string[];
  readonly directions: ReadonlySet<Direction>;
}

interface Root {
  readonly pointer: string;
  readonly operation: string;
  readonly direction: Direction | undefined;
}

const METHODS = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);
const opposite = { request: "response", response: "request" } as const;

/** Which operations a part of a document reaches, and in which direction it travels there. */
export class Reach {
  readonly #document: JsonObject;
  readonly #roots: Root[] = [];

  constructor(document: JsonObject) {
    this.#document = document;
    for (const path of this.#keys("#/paths")) {
      this.#item(childPointer("#/paths", path), (method) => `${method.toUpperCase()} ${path}`, false);
    }
    for (const name of this.#keys("#/webhooks")) {
      this.#item(childPointer("#/webhooks", name), () => `webhook ${name}`, true);
    }
  }

  /** What uses the part at a pointer, and what stands in it where that is a whole path. */
  of(pointer: string): Uses {
    const roots = this.#roots.filter((root) => isIn(pointer, root.pointer) || isIn(root.pointer, pointer));
    const directions = roots
      .filter((root) => isIn(pointer, root.pointer))
      .flatMap(({ direction }) => direction ?? []);
    return {
      operations: [...new Set(roots.map(({ operation }) => operation))],
      directions: new Set(directions),
    };
  }

  /** @param incoming - Whether the API makes the calls: then its client reads requests and writes answers. */
  #item(at: string, name: (method: string) => string, incoming: boolean): void {
    const item = this.#followed(at);
    const methods = this.#keys(item).filter((key) => METHODS.has(key));
    for (const method of methods) this.#operation(childPointer(item, method), name(method), incoming, item);
  }

  #operation(at: string, operation: string, incoming: boolean, item: string): void {
    const add = (pointer: string, direction: Direction): void => {
      const turned = incoming ? opposite[direction] : direction;
      for (const root of reached(this.#document, pointer)) {
        this.#roots.push({ pointer: root, operation, direction: turned });
      }
    };
    this.#roots.push({ pointer: at, operation, direction: undefined });
    add(`${item}/parameters`, "request");
    add(`${at}/parameters`, "request");
    add(`${at}/requestBody`, "request");
    add(`${at}/responses`, "response");
    for (const key of this.#keys(`${at}/callbacks`)) {
      const callback = this.#followed(childPointer(`${at}/callbacks`, key));
      for (const url of this.#keys(callback)) {
        this.#item(childPointer(callback, url), () => operation, !incoming);
      }
    }
  }

  #followed(pointer: string): string {
    const target = member(this.#value(pointer), "$ref");
    return typeof target === "string" && target.startsWith("#/") ? this.#followed(decoded(target)) : pointer;
  }

  #keys(pointer: string): readonly string[] {
    const value = this.#value(pointer);
    return isObject(value) ? Object.keys(value) : [];
  }

  #value(pointer: string): JsonObject[string] | undefined {
    return valueAt(this.#document, pointer);
  }
}

/** A part of a document, and everything that it refers to, however far. */
export function reached(document: JsonObject, pointer: string): ReadonlySet<string> {
  const found = new Set([pointer]);
  // A set takes what is added while it is walked.
  for (const one of found) for (const target of references(valueAt(document, one))) found.add(target);
  return found;
}

/** Whether a pointer leads to a part, or to something in it. */
export function isIn(pointer: string, part: string): boolean {
  return pointer === part || pointer.startsWith(`${part}/`);
}

/** What stands at a pointer; undefined where nothing does. */
export function valueAt(document: JsonObject, pointer: string): JsonObject[string] | undefined {
  const found = lookup(document, parsePointer(pointer));
  return found.found ? found.value : undefined;
}

function* references(value: JsonObject[string] | undefined): Generator<string> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner !== "string") {
      if (key !== "example" && key !== "examples") yield* references(inner);
    } else if (inner.startsWith("#/")) yield decoded(inner);
  }
}

function decoded(reference: string): string {
  return reference.includes("%") ? decodeURIComponent(reference) : reference;
}
