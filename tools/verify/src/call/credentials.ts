import type { Api, Operation, SecurityScheme } from "@keysmith/generator";
import { UsageError } from "../usage-error.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Credentials by security scheme. */
export type Auth = Readonly<Record<string, string>>;

/** The credentials that the environment has, under the names the document gives them (`x-env`). */
export function credentialsFrom(api: Api, environment: Environment): Auth {
  return Object.fromEntries(
    api.schemes.flatMap(({ name, env }) => {
      const value = env === undefined ? undefined : environment[env];
      return value === undefined || value === "" ? [] : [[name, value]];
    }),
  );
}

/** Whether a caller with these credentials may call an operation, as far as the document tells. */
export function isAllowed({ security }: Operation, auth: Auth): boolean {
  return security.length === 0 || security.some((needed) => needed.every(({ scheme }) => scheme in auth));
}

/** Whether a credential is sent with an operation. */
export function takesCredential({ security }: Operation, auth: Auth): boolean {
  const used = security.find((needed) => needed.every(({ scheme }) => scheme in auth));
  return used !== undefined && used.length > 0;
}

/** How to give an operation its credentials: `AUTOMOX_API_KEY`. */
export function variablesFor(api: Api, { security }: Operation): string {
  const variable = (scheme: string): string => {
    const env = api.schemes.find(({ name }) => name === scheme)?.env;
    return env ?? `${scheme} (the document names no variable for it: add x-env)`;
  };
  return security.map((needed) => needed.map(({ scheme }) => variable(scheme)).join(" and ")).join(", or ");
}

/** @throws UsageError when no operation can be called with these credentials. */
export function demandCredentials(api: Api, operations: readonly Operation[], auth: Auth): void {
  const [first] = operations;
  if (first === undefined || operations.some((operation) => isAllowed(operation, auth))) return;
  const described = api.schemes
    .filter(({ name }) => first.security.some((needed) => needed.some(({ scheme }) => scheme === name)))
    .map(({ env, name, description }) => `  ${env ?? name}: ${description ?? "a credential"}`);
  throw new UsageError(
    `No credential for ${api.name}: set ${variablesFor(api, first)} in the environment.\n${described.join("\n")}`,
  );
}

/** Credentials of the same kinds that are nobody's. */
export function wrongCredentials(api: Api, auth: Auth): Auth {
  return Object.fromEntries(
    api.schemes.filter(({ name }) => name in auth).map((scheme) => [scheme.name, wrongCredential(scheme)]),
  );
}

function wrongCredential(scheme: SecurityScheme): string {
  const wrong = "keysmith-verify-wrong-credential";
  if (scheme.kind === "basic") return `keysmith-verify:${wrong}`;
  return scheme.kind === "http" ? `${scheme.scheme} ${wrong}` : wrong;
}
