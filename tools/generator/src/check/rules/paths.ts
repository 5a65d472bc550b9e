import { isObject, member, membersOf } from "../../load/json.ts";
import { suggestion } from "../../load/nearest.ts";
import { childPointer } from "../../load/pointer.ts";
import type { Context } from "../context.ts";
import { entriesOf } from "../reading.ts";
import type { DeclaredParameter, Route } from "../routes.ts";

/** Without an operation there is nothing to make a client from. */
export function someOperation({ document, routes, error }: Context): void {
  const paths = member(document, "paths");
  if (paths === undefined) {
    const found = membersOf(document);
    const message = `\`paths\` is missing. Expected an object with an entry for each path, such as \`/keys\`; found ${found}.`;
    error("#", message, "paths");
  } else if (isObject(paths) && entriesOf(paths).length === 0) {
    error(
      "#/paths",
      "`paths` is empty. Expected at least one path with an operation, such as `/keys` with `get`.",
    );
  } else if (
    isObject(paths) &&
    routes.length === 0 &&
    entriesOf(paths).every(([, item]) => isEmptyItem(item))
  ) {
    error("#/paths", "No path has an operation. Expected at least one, such as `get`.");
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

/** A path is a template of segments: no query, no fragment, placeholders closed, named, and each named once. */
export function pathTemplates({ document, error }: Context): void {
  for (const [path] of entriesOf(member(document, "paths"))) {
    const pointer = childPointer("#/paths", path);
    const names = placeholdersOf(path);
    if (/[{}]/.test(path.replaceAll(/\{[^{}]*\}/g, ""))) {
      error(pointer, "A brace in this path has no partner. Write placeholders as `{name}`.");
    }
    if (names.includes("")) error(pointer, "A placeholder in this path has no name. Write `{name}`.");
    if (/[?#]/.test(path.replaceAll(/\{[^{}]*\}/g, ""))) {
      error(
        pointer,
        "A path ends where `?` or `#` begins. Declare what follows as parameters with `in: query`.",
      );
    }
    const repeated = names.filter((name, index) => name !== "" && names.indexOf(name) !== index);
    for (const name of new Set(repeated)) {
      error(
        pointer,
        `The placeholder \`{${name}}\` stands in this path twice, but it has one value. Rename one of them.`,
      );
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
 * `/keys/{id}` and `/keys/{name}` are one path to a server. Where the two share no method, calls can still be told
 * apart, and large real documents do have such pairs: then it is only worth a warning.
 */
export function identicalPaths({ document, routes, error, warning, place }: Context): void {
  const methods = (path: string): readonly string[] =>
    routes.flatMap((route) => (route.path === path ? [route.method] : []));
  const seen = new Map<string, string>();
  for (const [path] of entriesOf(member(document, "paths"))) {
    const shape = path.replaceAll(/\{[^{}]*\}/g, "{}");
    const first = seen.get(shape);
    if (first === undefined) {
      seen.set(shape, path);
      continue;
    }
    const shared = methods(first).filter((method) => methods(path).includes(method));
    const where = place(childPointer("#/paths", first));
    const message = `\`${path}\` is the same path as \`${first}\` on ${where}: names of placeholders do not tell paths apart.`;
    const pointer = childPointer("#/paths", path);
    if (shared.length === 0) warning(pointer, `${message} Move its operations there.`);
    else error(pointer, `${message} Both have \`${shared.join("`, `")}\`: merge the two.`);
  }
}
