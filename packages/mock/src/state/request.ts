import { valueAt } from "./model.ts";
import type { Role, Source } from "./resource.ts";
import { keysOfPointer } from "./schema.ts";
import type { StateRequest } from "./state.ts";
import type { Item } from "./world.ts";

/** The owners that a request names; one that it may leave out is no matter then. */
export function ownersIn({ within }: Role, request: StateRequest): ReadonlyMap<string, string> {
  return new Map(
    [...within].flatMap(([owner, source]) => {
      const text = textAt(source, request);
      return text === undefined ? [] : [[owner, text] as const];
    }),
  );
}

/** Whether a record is of these owners; those that are not named may be any. */
export function belongs(item: Item, owners: ReadonlyMap<string, string>): boolean {
  return [...owners].every(([owner, text]) => item.owners.get(owner) === text);
}

/** What a request says at a place. */
export function textAt(
  source: Source | undefined,
  { path, query, headers, body }: StateRequest,
): string | undefined {
  if (source === undefined) return undefined;
  switch (source.in) {
    case "path":
      return path.get(source.name);
    case "query":
      return query.get(source.name) ?? undefined;
    case "header":
      return headers.get(source.name.toLowerCase());
    case "body": {
      const value = valueAt(body, keysOfPointer(source.name));
      return value === undefined || value === null ? undefined : String(value);
    }
    default:
      return source.in satisfies never;
  }
}
