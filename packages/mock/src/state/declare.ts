import { entries, isObject, list, member, pointer, type JsonObject } from "../document/json.ts";
import type { SpecProblem } from "../errors.ts";
import { misfits } from "./fit.ts";
import { wrongMembers } from "./members.ts";
import { operationsOf, type StateOperation } from "./operations.ts";
import { pagingOf } from "./paging.ts";
import type { Action, Resource, Role, Source } from "./resource.ts";

/** What `x-mock-resource` says in a document, and what is wrong with it. */
export interface Declared {
  readonly resources: readonly Resource[];
  readonly problems: readonly SpecProblem[];
}

/** An operation with its `x-mock-resource`, well formed. */
export interface Saying {
  readonly operation: StateOperation;
  readonly said: JsonObject;
  readonly name: string;
  readonly action: Action;
}

/** Reads `x-mock-resource`, which `specs/README.md` defines. The linter of the specs asks here too: there is one judge. */
export function declaredResources(
  document: JsonObject,
  operations: readonly StateOperation[] = operationsOf(document),
): Declared {
  const problems: SpecProblem[] = [];
  const sayings: Saying[] = [];
  for (const operation of operations) {
    const { said } = operation;
    // `false`: the operation has nothing to do with state.
    if (said === undefined || said === false) continue;
    const wrong = wrongMembers(document, operation);
    problems.push(...wrong.map(({ key, message }) => ({ pointer: placeOf(operation, key), message })));
    if (wrong.length > 0 || !isObject(said)) continue;
    sayings.push({ operation, said, name: String(said["name"]), action: said["action"] as Action });
  }
  // Of operations that are wrong one by one, nobody can say whether they fit together.
  if (problems.length > 0) return { resources: [], problems };
  const groups = Map.groupBy(sayings, ({ name }) => name);
  for (const group of groups.values())
    problems.push(
      ...misfits(document, group).map(({ operation, key, message }) => ({
        pointer: placeOf(operation, key),
        message,
      })),
    );
  if (problems.length > 0) return { resources: [], problems };
  return { resources: Array.from(groups, ([name, group]) => resourceOf(name, group)), problems };
}

function placeOf({ path }: StateOperation, key: string | undefined): string {
  return pointer([...path, "x-mock-resource", ...(key === undefined ? [] : [key])]);
}

function resourceOf(name: string, group: readonly Saying[]): Resource {
  const first = (action: Action): unknown => group.find((saying) => saying.action === action)?.said;
  const create = first("create");
  const once = member(create, "once");
  return {
    name,
    roles: group.map(roleOf),
    identity: String(member(create, "identity") ?? member(first("list"), "identity")),
    once: once === undefined ? undefined : new Set(list(once).map(String)),
    unique: list(member(create, "unique")).map(String),
    most: Number(member(create, "most") ?? Number.POSITIVE_INFINITY),
    refusal: Number(member(create, "refusal") ?? 0),
  };
}

function roleOf({ operation, said, action }: Saying): Role {
  const { property, fresh, missing } = said;
  const isAbout = action !== "create" && action !== "list";
  return {
    operation,
    action,
    identity: isAbout ? sourceOf(operation, String(said["identity"])) : undefined,
    within: new Map(
      entries(said["within"]).map(([owner, source]) => [owner, sourceOf(operation, String(source))]),
    ),
    record: String(said["record"] ?? said["items"] ?? member(operation.pagination, "items") ?? ""),
    property: property === undefined ? undefined : String(property),
    fresh: fresh === undefined ? undefined : String(fresh),
    missing: missing === undefined ? undefined : Number(missing),
    paging: pagingOf(operation.pagination, said),
  };
}

/** A text that begins with `/` points into the body, any other names a parameter. */
function sourceOf({ parameters }: StateOperation, text: string): Source {
  if (text.startsWith("/")) return { in: "body", name: text };
  const found = new Set(parameters.filter(({ name }) => name === text).map((parameter) => parameter.in));
  return {
    in: (["path", "query", "header"] as const).find((place) => found.has(place)) ?? "query",
    name: text,
  };
}
