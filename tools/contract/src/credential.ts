import type { Api, SecurityScheme } from "@keysmith/generator";

/** The credential that the suite's clients have for a scheme. */
export function credentialFor(scheme: SecurityScheme): string {
  return scheme.kind === "basic"
    ? "user:contract"
    : scheme.kind === "http"
      ? `${scheme.scheme} contract`
      : `contract-${scheme.name}`;
}

/**
 * Credentials for some schemes, as a client's option `auth`.
 *
 * @param empty - The scheme whose credential is the empty text.
 */
export function credentialsFor(api: Api, schemes: readonly string[], empty?: string): object {
  return Object.fromEntries(
    api.schemes
      .filter(({ name }) => schemes.includes(name))
      .map((scheme) => [scheme.name, scheme.name === empty ? "" : credentialFor(scheme)]),
  );
}
