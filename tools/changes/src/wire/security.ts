import type { Api } from "@keysmith/generator";
import type { WireChange } from "../verdict/finding.ts";

type Operation = Api["operations"][number];
type Alternative = Operation["security"][number];
type Scheme = Api["schemes"][number];

/**
 * Which credentials are taken. Redocly compares what is written: an operation that repeats what the document says is a
 * change to it, and a scheme with another name another scheme. Here counts what holds for each operation in the end.
 */
export function securityChanges(before: Api, after: Api): readonly WireChange[] {
  const renamed = renamedSchemes(before, after);
  const rows = new Map<string, WireChange>();
  const known = new Map(before.operations.map((operation) => [route(operation), operation]));
  for (const is of after.operations) {
    const was = known.get(route(is));
    const change =
      was &&
      compare(
        was.security.map((one) => withNames(one, renamed)),
        is.security,
      );
    if (!change) continue;
    const pointer = is.ownSecurity ? `${is.pointer}/security` : was.ownSecurity ? is.pointer : "#/security";
    const key = `${pointer} ${change.what}`;
    const operations = [...(rows.get(key)?.operations ?? []), `${is.method} ${is.path}`];
    const side = pointer === "#/security" && !after.security ? "before" : "after";
    rows.set(key, { ...change, operations, place: { side, pointer } });
  }
  return [...rows.values(), ...schemeChanges(before, after, renamed)];
}

function compare(
  was: readonly Alternative[],
  is: readonly Alternative[],
): Pick<WireChange, "level" | "rule" | "message" | "what"> | undefined {
  const [old, now] = [was, is].map((list) => (list.length === 0 ? [[]] : list));
  if (!old || !now || told(old) === told(now)) return undefined;
  const what = `credentials: ${told(old)} → ${told(now)}`;
  const refused = old.some((one) => !now.some((other) => satisfies(one, other)));
  return refused
    ? { level: "major", rule: "wire/credential-refused", message: "What sufficed is no longer enough.", what }
    : { level: "minor", rule: "wire/credential-accepted", message: "What sufficed still does.", what };
}

/** Whether what one alternative sends is enough for another. */
function satisfies(sent: Alternative, wanted: Alternative): boolean {
  return wanted.every(({ scheme, scopes }) => {
    const own = sent.find((one) => one.scheme === scheme);
    return own !== undefined && scopes.every((scope) => own.scopes.includes(scope));
  });
}

function told(alternatives: readonly Alternative[]): string {
  return alternatives
    .map((all) =>
      all
        .map(({ scheme, scopes }) => (scopes.length > 0 ? `${scheme} (${scopes.join(" ")})` : scheme))
        .toSorted()
        .join(" and "),
    )
    .map((text) => text || "none")
    .join(" or ");
}

function schemeChanges(before: Api, after: Api, renamed: ReadonlyMap<string, string>): readonly WireChange[] {
  const at = (side: "before" | "after", name: string) =>
    ({ operations: [], place: { side, pointer: `#/components/securitySchemes/${name}` } }) as const;
  const old = before.schemes.filter(({ name }) => !after.schemes.some((one) => one.name === name));
  const fresh = after.schemes.filter(({ name }) => !before.schemes.some((one) => one.name === name));
  const taken = new Set(renamed.values());
  return [
    ...old.map(({ name }): WireChange => {
      const now = renamed.get(name);
      return now === undefined
        ? {
            ...at("before", name),
            level: "major",
            rule: "redocly/security-scheme-changed",
            message: "Nobody takes such a credential any more.",
            what: `security scheme "${name}" removed`,
          }
        : {
            ...at("after", now),
            level: "patch",
            rule: "wire/name",
            message: "The name does not travel: nobody on the wire knows it.",
            what: `security scheme "${now}": renamed from "${name}"`,
          };
    }),
    ...fresh
      .filter(({ name }) => !taken.has(name))
      .map(({ name }): WireChange => ({
        ...at("after", name),
        level: "minor",
        rule: "wire/added",
        message: "One more credential that can be given.",
        what: `security scheme "${name}" added`,
      })),
  ];
}

/** Schemes that went, with the name of one that came and is the same otherwise. */
function renamedSchemes(before: Api, after: Api): ReadonlyMap<string, string> {
  const fresh = after.schemes.filter(({ name }) => !before.schemes.some((one) => one.name === name));
  const gone = before.schemes.filter(({ name }) => !after.schemes.some((one) => one.name === name));
  const pairs = new Map<string, string>();
  for (const old of gone) {
    const index = fresh.findIndex((one) => onWire(one) === onWire(old));
    const [now] = index < 0 ? [] : fresh.splice(index, 1);
    if (now) pairs.set(old.name, now.name);
  }
  return pairs;
}

function onWire({ name: _name, description: _description, env: _env, ...scheme }: Scheme): string {
  return JSON.stringify(scheme);
}

function withNames(alternative: Alternative, renamed: ReadonlyMap<string, string>): Alternative {
  return alternative.map(({ scheme, scopes }) => ({ scheme: renamed.get(scheme) ?? scheme, scopes }));
}

/** An operation whatever its path parameters are called. */
function route({ method, path }: Operation): string {
  return `${method} ${path.replaceAll(/\{[^}]*\}/g, "{}")}`;
}
