import type { Operation, Parameter } from "@keysmith/generator";
import type { Change } from "./mutant.ts";
import type { Sent } from "./sent.ts";

/** Everything that can be wrong with the parameters of a request. */
export function parameterChanges(operation: Operation): readonly Change<Sent>[] {
  const { parameters } = operation;
  return [
    ...parameters.flatMap((parameter) => changesOf(operation, parameter)),
    ...parameters.flatMap((one, index) =>
      parameters.slice(index + 1).map((other) => swapped(operation, one, other)),
    ),
    {
      what: "the query holds what nobody knows",
      make: (sent) => ({ ...sent, query: [...sent.query, ["surplus", "1"]] }),
    },
  ];
}

/** Values that a client writes by mistake, percent-encoded where they have to be. */
const MISTAKES = ["%5Bobject%20Object%5D", "undefined", "null", "NaN", ""];

function changesOf(operation: Operation, parameter: Parameter): readonly Change<Sent>[] {
  const { name, in: place } = parameter;
  const label = `${place} parameter ${name}`;
  const set = (what: string, make: (value: string) => string | undefined): Change<Sent> => ({
    what: `${label} ${what}`,
    make: (sent) => {
      const [value, ...more] = valuesOf(operation, parameter, sent);
      const instead = value === undefined ? undefined : make(value);
      return instead === undefined ? undefined : withValues(operation, parameter, sent, [instead, ...more]);
    },
  });
  const reset = (what: string, make: (values: readonly string[]) => readonly string[]): Change<Sent> => ({
    what: `${label} ${what}`,
    make: (sent) => {
      const values = valuesOf(operation, parameter, sent);
      return values.length === 0 ? undefined : withValues(operation, parameter, sent, make(values));
    },
  });
  return [
    ...MISTAKES.map((mistake) => set(`is ${decodeURIComponent(mistake) || "empty"}`, () => mistake)),
    set("is another value", (value) => `${value}1`),
    set("is in quotes", (value) => `%22${value}%22`),
    set("is encoded twice", encodeURIComponent),
    reset("is dropped", () => []),
    reset("is there twice", (values) => [...values, ...values]),
    reset("is a list in another style", (values) =>
      values.length > 1 ? [values.join(",")] : (values[0] ?? "").split(/,|%2C/i),
    ),
    ...(place === "path"
      ? [set("is still its template", () => `%7B${name}%7D`)]
      : [renamed(operation, parameter)]),
    ...(["query", "header", "cookie"] as const)
      .filter((elsewhere) => elsewhere !== place)
      .map((elsewhere) => moved(operation, parameter, elsewhere)),
  ];
}

function renamed(operation: Operation, parameter: Parameter): Change<Sent> {
  return {
    what: `${parameter.in} parameter ${parameter.name} is renamed`,
    make: (sent) => {
      const values = valuesOf(operation, parameter, sent);
      const without = withValues(operation, parameter, sent, []);
      return values.length === 0 ? undefined : added(without, parameter.in, `${parameter.name}X`, values);
    },
  };
}

function moved(
  operation: Operation,
  parameter: Parameter,
  place: "query" | "header" | "cookie",
): Change<Sent> {
  return {
    what: `${parameter.in} parameter ${parameter.name} is in the ${place}`,
    make: (sent) => {
      const values = valuesOf(operation, parameter, sent);
      const without = withValues(operation, parameter, sent, []);
      return values.length === 0 ? undefined : added(without, place, parameter.name, values);
    },
  };
}

function swapped(operation: Operation, one: Parameter, other: Parameter): Change<Sent> {
  return {
    what: `${one.in} parameter ${one.name} and ${other.in} parameter ${other.name} are swapped`,
    make: (sent) => {
      const [first, second] = [one, other].map((parameter) => valuesOf(operation, parameter, sent));
      if (first?.[0] === undefined || second?.[0] === undefined) return undefined;
      return withValues(operation, one, withValues(operation, other, sent, first), second);
    },
  };
}

/** What a parameter holds, as it was sent: several values where its name is there several times. */
function valuesOf(operation: Operation, { in: place, name }: Parameter, sent: Sent): readonly string[] {
  switch (place) {
    case "path":
      return [pathValues(operation, sent)?.get(name) ?? []].flat();
    case "query":
      return sent.query.filter(([key]) => decodeURIComponent(key) === name).map(([, value]) => value);
    case "header":
      return [sent.headers.get(name.toLowerCase()) ?? []].flat();
    case "cookie":
      return cookies(sent).flatMap((cookie) =>
        cookie.startsWith(`${name}=`) ? [cookie.slice(name.length + 1)] : [],
      );
    default:
      throw new TypeError(`unknown place: ${String(place satisfies never)}`);
  }
}

/** The request with other values in the place of a parameter's; none leaves it out. */
function withValues(operation: Operation, parameter: Parameter, sent: Sent, values: readonly string[]): Sent {
  const { in: place, name } = parameter;
  if (place === "path") {
    const known = pathValues(operation, sent) ?? new Map<string, string>();
    const all = new Map(known).set(name, values.join("/"));
    const path = operation.path.replaceAll(/\{([^}]*)\}/g, (_, key: string) => all.get(key) ?? "");
    return { ...sent, path: values.length === 0 ? path.replace(/\/(?=\/|$)/, "") : path };
  }
  if (place === "query") {
    const index = sent.query.findIndex(([key]) => decodeURIComponent(key) === name);
    const others = sent.query.filter(([key]) => decodeURIComponent(key) !== name);
    const pairs = values.map((value) => [encodeURIComponent(name), value] as const);
    return { ...sent, query: others.toSpliced(index === -1 ? others.length : index, 0, ...pairs) };
  }
  const headers = new Map(sent.headers);
  if (place === "header") headers.delete(name.toLowerCase());
  else {
    const others = cookies(sent).filter((cookie) => !cookie.startsWith(`${name}=`));
    if (others.length === 0) headers.delete("cookie");
    else headers.set("cookie", others.join("; "));
  }
  return values.length === 0 ? { ...sent, headers } : added({ ...sent, headers }, place, name, values);
}

function added(sent: Sent, place: Parameter["in"], name: string, values: readonly string[]): Sent {
  const headers = new Map(sent.headers);
  if (place === "header") headers.set(name.toLowerCase(), values.join(", "));
  if (place === "cookie")
    headers.set("cookie", [...cookies(sent), ...values.map((value) => `${name}=${value}`)].join("; "));
  const more = values.map((value) => [encodeURIComponent(name), value] as const);
  return { ...sent, headers, query: place === "query" ? [...sent.query, ...more] : sent.query };
}

function cookies({ headers }: Sent): readonly string[] {
  return (headers.get("cookie") ?? "").split(/;\s*/).filter((cookie) => cookie !== "");
}

function pathValues(operation: Operation, { path }: Sent): ReadonlyMap<string, string> | undefined {
  const names = [...operation.path.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name);
  const pattern = operation.path
    .split(/\{[^}]*\}/)
    .map((literal) => literal.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`))
    .join("([^/]+)");
  const match = new RegExp(`^${pattern}$`).exec(path);
  return match === null ? undefined : new Map(names.map((name, index) => [name, match[index + 1] ?? ""]));
}
