import type { Api } from "@keysmith/generator";
import type { WireChange } from "../verdict/finding.ts";
import { renamedSchemes, schemeChanges } from "./schemes.ts";

type Operation = Api["operations"][number];
type Alternative = Operation["security"][number];

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
  return [...rows.values(), ...schemeChanges(before, after)];
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

function withNames(alternative: Alternative, renamed: ReadonlyMap<string, string>): Alternative {
  return alternative.map(({ scheme, scopes }) => ({ scheme: renamed.get(scheme) ?? scheme, scopes }));
}

/** An operation whatever its path parameters are called. */
function route({ method, path }: Operation): string {
  return `${method} ${path.replaceAll(/\{[^}]*\}/g, "{}")}`;
}
