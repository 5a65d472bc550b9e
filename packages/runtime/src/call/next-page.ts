import type { PaginationDefinition } from "../definition.ts";
import type { Arguments } from "../wire/arguments.ts";

/** What a call is made with: its arguments, and its URL when the server has named that. */
export interface Target {
  readonly args: Arguments;
  readonly url?: string;
}

/** A page, and what has been seen up to it. */
export interface Progress extends Required<Target> {
  readonly data: unknown;
  readonly response: Response;
  /** Arguments of the first page. */
  readonly first: Arguments;
  /** Items of this page, and of all so far. */
  readonly count: number;
  readonly seen: number;
}

/** Where the page after this one is; `undefined` at the end. */
export function nextPage(pagination: PaginationDefinition, progress: Progress): Target | undefined {
  const { data, response, args, url } = progress;
  if (pagination.style === "link") {
    const next = nextLink(response);
    return next === undefined ? undefined : { args, url: new URL(next, url).href };
  }
  const next = pagination.style === "cursor" ? at(data, pagination.next) : countOn(pagination, progress);
  const ended = next === undefined || next === null || next === "";
  return ended ? undefined : { args: { ...args, [pagination.parameter]: next } };
}

/** Number of the next page, or of its first item. */
function countOn(
  pagination: Extract<PaginationDefinition, { first?: number }>,
  { data, first: began, args, count, seen }: Progress,
): number | undefined {
  const { style, parameter, first = 0, limit = "", defaultLimit, total: pointer } = pagination;
  const size = numberOf(args[limit]) ?? defaultLimit;
  const total = pointer === undefined ? undefined : numberOf(at(data, pointer));
  const skipped = (numberOf(began[parameter]) ?? first) - first;
  // A server may hand out less than it was asked for, so what was seen counts, not what was asked.
  const reached = seen + (style === "offset" ? skipped : skipped * (size ?? count));
  const ended = total === undefined ? size !== undefined && count < size : reached >= total;
  if (count === 0 || ended) return undefined;
  return (numberOf(args[parameter]) ?? first) + (style === "offset" ? count : 1);
}

/** The value at a JSON pointer. */
export function at(value: unknown, pointer: string): unknown {
  const keys = pointer.split("/").slice(1);
  return keys.reduce((found: unknown, token) => {
    const key = token.replaceAll("~1", "/").replaceAll("~0", "~");
    return Object.hasOwn(Object(found), key) ? Reflect.get(Object(found), key) : undefined;
  }, value);
}

/** Target of `<…>; rel="next"` in the `Link` header. */
function nextLink({ headers }: Response): string | undefined {
  const links = [...(headers.get("link") ?? "").matchAll(/<([^>]*)>([^<]*)/g)];
  return links.find(([, , parameters]) =>
    /;\s*rel\s*=\s*"?([^";]*\s)?next[\s";,]/i.test(`${parameters};`),
  )?.[1];
}

function numberOf(value: unknown): number | undefined {
  const number = Number(value ?? Number.NaN);
  return Number.isFinite(number) ? number : undefined;
}
