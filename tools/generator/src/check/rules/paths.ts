import { isObject, listed, member, membersOf } from "../../load/json.ts";
import { suggestion } from "../../load/nearest.ts";
import { childPointer } from "../../load/pointer.ts";
import type { Context } from "../context.ts";
import { entriesOf } from "../reading.ts";
import type { DeclaredParameter, Route } from "../routes.ts";

/** Without an operation there is little to make a package from, but types are something. */
export function someOperation({ document, routes, version, error, warning }: Context): void {
  const paths = member(document, "paths");
  const types = "the package has types, and a client without operations";
  if (paths === undefined) {
    const others = ["webhooks", "components"].filter((name) => member(document, name) !== undefined);
    if (version === "3.1" && others.length > 0) {
      warning("#", `There are no \`paths\`, only ${listed(others, "and")}: ${types}.`);
      return;
    }
    const found = membersOf(document);
    const message = `\`paths\` is missing. Expected an object with an entry for each path, such as \`/keys\`; found ${found}.`;
    error("#", message, "paths");
  } else if (isObject(paths) && entriesOf(paths).length === 0) {
    warning("#/paths", `\`paths\` is empty: ${types}.`);
  } else if (
    isObject(paths) &&
    routes.length === 0 &&
    entriesOf(paths).every(([, item]) => isEmptyItem(item))
  ) {
    warning("#/paths", `No path has an operation, such as \`get\`: ${types}.`);
  }
}

/** A path item without so much as a reference or a misspelt method. */
function isEmptyItem(item: unknown): boolean {
  return (
    typeof item === "object" &&
    item !== null &&
    Object.keys(item).every((key) => /^(parameters|servers|summary|description|x-.*)$/.test(key))
  );
}

/** Names of placeholders in a path, in order. */
export function placeholdersOf(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? "");
}

/** A path is a template of segments: placeholders closed and named. */
export function pathTemplates({ document, error }: Context): void {
  for (const [path] of entriesOf(member(document, "paths"))) {
    const pointer = childPointer("#/paths", path);
    if (/[{}]/.test(path.replaceAll(/\{[^{}]*\}/g, ""))) {
      error(pointer, "A brace in this path has no partner. Write placeholders as `{name}`.");
    }
    if (placeholdersOf(path).includes(""))
      error(pointer, "A placeholder in this path has no name. Write `{name}`.");
  }
}

/**
 * A path ends where `?` or `#` begins, says OpenAPI, but one document in eight goes on: with a fragment, to have several
 * operations at one path, or with pairs of a query that every call sends. Both mean something a client can do.
 */
export function pathEndings({ document, routes, error, warning }: Context): void {
  for (const [path] of entriesOf(member(document, "paths"))) {
    const pointer = childPointer("#/paths", path);
    const [whole = "", fragment] = path.replaceAll(/\{[^{}]*\}/g, "").split("#");
    if (fragment !== undefined)
      warning(pointer, `\`#${fragment}\` is never sent: calls go to \`${path.split("#")[0]}\`.`);
    const fixed = whole.split("?").slice(1).join("?").split("&");
    if (!whole.includes("?")) continue;
    warning(
      pointer,
      "A path ends where `?` begins. What follows is sent with every call; declare parameters with `in: query` for what callers may choose.",
    );
    for (const route of routes) {
      if (route.path !== path) continue;
      for (const parameter of route.parameters.flatMap((list) => list.parameters)) {
        if (parameter.in !== "query" || !fixed.some((pair) => pair.split("=")[0] === parameter.name))
          continue;
        error(
          parameter.pointer,
          `The path sends \`${parameter.name}\` already, so it would be sent twice. Remove it from the path.`,
        );
      }
    }
  }
}

/** What a path promises, its operations must take; what they take for the path, it must have room for. */
export function placeholders({ document, routes, error }: Context): void {
  const byPath = new Map<string, Route[]>();
  for (const route of routes) byPath.set(route.path, [...(byPath.get(route.path) ?? []), route]);
  for (const [path] of entriesOf(member(document, "paths"))) {
    const wanted = placeholdersOf(path).filter((name) => name !== "");
    const known = byPath.get(path) ?? [];
    for (const name of new Set(wanted)) undeclared(name, path, known, error);
    for (const parameter of new Map(
      known.flatMap(pathParameters).map((one) => [one.pointer, one]),
    ).values()) {
      if (wanted.includes(parameter.name)) continue;
      const meant = suggestion(parameter.name, wanted);
      const message = `\`${path}\` has no placeholder \`{${parameter.name}}\` for this path parameter. Add it to the path, or remove the parameter.${meant}`;
      error(parameter.pointer, message);
    }
  }
}

function pathParameters({ parameters }: Route): readonly DeclaredParameter[] {
  return parameters.flatMap((list) => list.parameters.filter((parameter) => parameter.in === "path"));
}

/** One problem at the path when no operation declares the placeholder, else one at each that does not. */
function undeclared(name: string, path: string, routes: readonly Route[], error: Context["error"]): void {
  const lacking = routes.filter(
    (route) =>
      route.parameters.every(({ complete }) => complete) &&
      !pathParameters(route).some((parameter) => parameter.name === name),
  );
  const message = (route: Route): string => {
    const others = pathParameters(route).map((parameter) => parameter.name);
    return `The placeholder \`{${name}}\` is not declared. Expected a parameter with \`name: ${name}\`, \`in: path\` and \`required: true\`.${suggestion(name, others)}`;
  };
  const [first] = lacking;
  if (first !== undefined && lacking.length === routes.length) {
    error(childPointer("#/paths", path), message(first), "parameters");
    return;
  }
  for (const route of lacking) error(route.operation.pointer, message(route), "parameters");
}

/**
 * `/keys/{id}` and `/keys/{name}` are one path to a server, and a document must not have both. But dozens of real ones
 * do, to describe two kinds of value, and a client can call either: so it is only worth a warning.
 */
export function identicalPaths({ document, warning, place }: Context): void {
  const seen = new Map<string, string>();
  for (const [path] of entriesOf(member(document, "paths"))) {
    const shape = path.replaceAll(/\{[^{}]*\}/g, "{}");
    const first = seen.get(shape);
    if (first === undefined) {
      seen.set(shape, path);
      continue;
    }
    const where = place(childPointer("#/paths", first));
    warning(
      childPointer("#/paths", path),
      `\`${path}\` is the same path as \`${first}\` on ${where}: names of placeholders do not tell paths apart. Merge the two.`,
    );
  }
}
