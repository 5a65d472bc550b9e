import { segmentPattern, type SegmentPattern } from "./template.ts";

/** Where a request can lead. */
export interface Endpoint {
  readonly method: string;
  /** A template: `/keys/{id}`. */
  readonly path: string;
}

/** What a request's method and path lead to; `path` is that of the request without the server's. */
export type Route<Destination extends Endpoint> =
  | { readonly kind: "operation"; readonly operation: Destination; readonly path: string }
  /** The path exists, under other methods. */
  | { readonly kind: "method"; readonly allowed: readonly string[] }
  /** Nothing there; the operation that comes closest, if any does. */
  | { readonly kind: "none"; readonly nearest: Destination | undefined };

export type Router<Destination extends Endpoint> = (method: string, path: string) => Route<Destination>;

/** One path segment: the way on from here by literal text, and by template (`{id}`, `{name}.json`). */
interface Node<Destination> {
  readonly literals: Map<string, Node<Destination>>;
  readonly templates: {
    readonly text: string;
    readonly pattern: SegmentPattern;
    readonly node: Node<Destination>;
  }[];
  readonly operations: Map<string, Destination>;
}

/**
 * A router that takes the same time however many operations there are. Literal segments win over templates; a trailing
 * slash counts. `prefixes` are the paths of the document's servers: a request may carry one or leave it out.
 */
export function createRouter<Destination extends Endpoint>(
  operations: readonly Destination[],
  prefixes: readonly string[],
): Router<Destination> {
  const root = node<Destination>();
  for (const operation of operations) {
    let here = root;
    for (const segment of operation.path.split("/")) here = descend(here, segment);
    here.operations.set(operation.method.toUpperCase(), operation);
  }
  return (method, path) => {
    const stripped = prefixes
      .filter((prefix) => path.startsWith(`${prefix}/`))
      .map((prefix) => path.slice(prefix.length));
    const allowed = new Set<string>();
    for (const candidate of [...stripped, path]) {
      for (const end of walk(root, candidate.split("/"), 0)) {
        // A HEAD is answered as the GET would be, without its body.
        const operation =
          end.operations.get(method) ?? (method === "HEAD" ? end.operations.get("GET") : undefined);
        if (operation !== undefined) return { kind: "operation", operation, path: candidate };
        for (const other of end.operations.keys()) allowed.add(other);
      }
    }
    if (allowed.size === 0)
      return { kind: "none", nearest: nearest(operations, method, stripped[0] ?? path) };
    if (allowed.has("GET")) allowed.add("HEAD");
    return { kind: "method", allowed: [...allowed] };
  };
}

/** `GET /keys/{id}`: what an operation without `operationId` is called. */
export function nameOf({ method, path }: Endpoint): string {
  return `${method.toUpperCase()} ${path}`;
}

function node<Destination>(): Node<Destination> {
  return { literals: new Map(), templates: [], operations: new Map() };
}

function descend<Destination>(here: Node<Destination>, segment: string): Node<Destination> {
  if (!segment.includes("{")) {
    const next = here.literals.get(segment) ?? node<Destination>();
    here.literals.set(segment, next);
    return next;
  }
  const text = segment.replaceAll(/\{[^}]*\}/g, "{}");
  const existing = here.templates.find((template) => template.text === text);
  if (existing !== undefined) return existing.node;
  const next = node<Destination>();
  here.templates.push({ text, pattern: segmentPattern(segment), node: next });
  // `{id}.json` is more specific than `{id}`.
  here.templates.sort((one, other) => other.text.length - one.text.length);
  return next;
}

/** Every end that the segments lead to, the most literal first. */
function* walk<Destination>(
  here: Node<Destination>,
  segments: readonly string[],
  index: number,
): Iterable<Node<Destination>> {
  const segment = segments[index];
  if (segment === undefined) {
    yield here;
    return;
  }
  const literal = here.literals.get(segment);
  if (literal !== undefined) yield* walk(literal, segments, index + 1);
  for (const { pattern, node: next } of here.templates) {
    if (pattern(segment) !== undefined) yield* walk(next, segments, index + 1);
  }
}

/** The operation whose path shares most segments with the request's; templates count half. */
function nearest<Destination extends Endpoint>(
  operations: readonly Destination[],
  method: string,
  path: string,
): Destination | undefined {
  const segments = path.split("/").filter((segment) => segment !== "");
  let best: { readonly operation: Destination; readonly score: number } | undefined;
  for (const operation of operations) {
    const wanted = operation.path.split("/").filter((segment) => segment !== "");
    const shared = wanted.map((segment, index) =>
      segment === segments[index] ? 2 : segment.includes("{") && index < segments.length ? 1 : 0,
    );
    const score =
      shared.reduce<number>((sum, points) => sum + points, 0) * 2 -
      Math.abs(wanted.length - segments.length) +
      (operation.method.toUpperCase() === method ? 1 : 0);
    if (shared.some((points) => points === 2) && score > (best?.score ?? 0)) best = { operation, score };
  }
  return best?.operation;
}
