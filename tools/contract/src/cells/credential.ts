import type { Operation, SecurityScheme } from "@keysmith/generator";
import type { Arguments, Cell, MalformedCell } from "./cell.ts";

/**
 * One cell without any credential, and where several are needed together, one without each of them; then one for every
 * way in which a credential cannot be one.
 */
export function credentialCells(
  operation: Operation,
  args: Arguments,
  schemes: readonly SecurityScheme[],
): readonly Cell[] {
  const alternatives = operation.security.map((alternative) => alternative.map(({ scheme }) => scheme));
  const satisfied = (present: readonly string[]): boolean =>
    alternatives.some((needed) => needed.every((scheme) => present.includes(scheme)));
  // Anonymous access is allowed, or nothing is needed at all.
  if (satisfied([]) || alternatives.length === 0) return [];
  const { pointer } = operation;
  const absent = alternatives.flatMap((needed) => {
    const lacking =
      needed.length === 1 ? [] : needed.map((left) => needed.filter((scheme) => scheme !== left));
    return [[], ...lacking]
      .filter((present) => !satisfied(present))
      .map((present): Cell => {
        const missing = needed.filter((scheme) => !present.includes(scheme));
        const rest = present.length === 0 ? "" : `, with ${present.join(" and ")}`;
        const title = `without credential ${missing.join(" and ")}${rest}`;
        return { kind: "credential", operation, title, pointer, needed, present, args };
      });
  });
  const malformed = alternatives.flatMap((needed) =>
    needed
      // What is left must not be enough by itself.
      .filter((scheme) => !satisfied(needed.filter((other) => other !== scheme)))
      .flatMap((name) => schemes.find((scheme) => scheme.name === name) ?? [])
      .flatMap((scheme) => malformedCells({ operation, needed, args }, scheme)),
  );
  const titles = new Set<string>();
  // Alternatives share schemes.
  return [...absent, ...malformed].filter(({ title }) => !titles.has(title) && titles.add(title));
}

function malformedCells(
  place: Pick<MalformedCell, "operation" | "needed" | "args">,
  scheme: SecurityScheme,
): readonly Cell[] {
  const { operation } = place;
  // The certificate belongs to the connection, which the mock does not see.
  const unseen =
    scheme.kind === "mutualTLS"
      ? "the mock does not speak TLS"
      : scheme.kind === "http"
        ? `Prism does not know the scheme \`${scheme.scheme}\``
        : undefined;
  const pointer = `#/components/securitySchemes/${scheme.name}`;
  const ways = scheme.kind === "apiKey" ? (["empty"] as const) : (["empty", "another scheme word"] as const);
  const rest = place.needed.filter((name) => name !== scheme.name);
  return ways.map((how): Cell => {
    const title = `refuses credential ${scheme.name}: ${how}${rest.length === 0 ? "" : `, with ${rest.join(" and ")}`}`;
    if (unseen !== undefined)
      return {
        kind: "uncheckable",
        operation,
        title,
        pointer,
        reason: unseen,
        limit: "tools",
        instead: "malformed",
      };
    const { needed, args } = place;
    return { kind: "malformed", operation, title, pointer, needed, args, scheme, how };
  });
}
