import type { Api, Operation } from "@keysmith/generator";
import { startMock, type Exchange, type Mock } from "@keysmith/mock";
import type { Arguments } from "./cells/cell.ts";
import { compilePackage, type Compiled } from "./compile/compile.ts";
import type { Contract } from "./contract.ts";
import { credentialsFor } from "./credential.ts";
import type { Document } from "./document/document.ts";
import type { Validator } from "./judge/validator.ts";
import { functionOf, type Subject } from "./subject.ts";

/** What cells are run on: a mock of the document, and clients of the package that speak to it. */
export interface Bench {
  readonly api: Api;
  readonly document: Document;
  readonly validator: Validator;
  readonly package: object;
  /** Base URL of the mock. */
  readonly url: string;
  /** What reached the mock since {@link Bench.forget}. */
  readonly exchanges: () => readonly Exchange[];
  readonly forget: () => void;
  /**
   * A client with credentials for these schemes only; the environment does not help it out.
   *
   * @param empty - The scheme whose credential is the empty text.
   */
  readonly clientWith: (schemes: readonly string[], empty?: string) => object;
  /** What the compiler makes of the package's type test; undefined when it has none. */
  readonly compiled: () => Promise<Compiled | undefined>;
  /** A client of these options alone: without them it has neither the mock's address nor a credential. */
  readonly clientOf: (options: object, environment?: Readonly<Record<string, string>>) => object;
  close(): Promise<void>;
}

/** Starts the mock of a contract's document. */
export async function startBench(subject: Subject, contract: Contract, mock?: Mock): Promise<Bench> {
  const running = mock ?? (await startMock({ spec: contract.document, name: subject.name }));
  const clients = new Map<string, object>();
  let compiled: Promise<Compiled> | undefined;
  return {
    api: contract.api,
    document: contract.opened,
    validator: contract.validator,
    package: subject.package,
    url: running.url,
    exchanges: () => [...running.exchanges],
    forget: () => running.reset(),
    clientWith: (schemes, empty) => {
      const key = [...schemes, "", empty].join(" ");
      const auth = credentialsFor(contract.api, schemes, empty);
      const client = clients.get(key) ?? makeClient(subject, contract.api, { auth, baseUrl: running.url });
      clients.set(key, client);
      return client;
    },
    compiled: async () =>
      subject.types === undefined ? undefined : await (compiled ??= compilePackage(subject.types)),
    clientOf: (options, environment) => makeClient(subject, contract.api, options, environment),
    close: () => running.close(),
  };
}

function makeClient(
  subject: Subject,
  api: Api,
  options: object,
  environment: Readonly<Record<string, string>> = {},
): object {
  return withEnvironment(api, environment, () => {
    const client: unknown = Reflect.apply(subject.client, undefined, [options]);
    if (typeof client !== "object" || client === null)
      throw new TypeError(`the factory of ${subject.name} returned no client`);
    return client;
  });
}

/** Clients fall back to variables such as `AUTOMOX_API_KEY`, which a developer may well have set: they have these only. */
function withEnvironment<T>(api: Api, variables: Readonly<Record<string, string>>, make: () => T): T {
  const names = new Set([...api.schemes.flatMap(({ env }) => env ?? []), ...Object.keys(variables)]);
  const saved = [...names].map((name) => [name, process.env[name]] as const);
  for (const name of names) setVariable(name, variables[name]);
  try {
    return make();
  } finally {
    for (const [name, value] of saved) setVariable(name, value);
  }
}

function setVariable(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}

/** The schemes of the first way to authorize an operation. */
export function schemesOf(operation: Operation): readonly string[] {
  return (operation.security[0] ?? []).map(({ scheme }) => scheme);
}

/** Calls an operation as a user would, as a method of a client. Throws when the client has no such method. */
export function callMethod(
  client: object,
  operation: Operation,
  args: Arguments,
  headers: Readonly<Record<string, string>>,
  more: object = {},
): unknown {
  const method = functionOf(client, operation.name);
  if (method === undefined) throw new MissingFunction(`the client has no method ${operation.name}`);
  return method(...argumentList(operation, args, { headers, ...more }));
}

/** Calls an operation as a free function. Throws when the package exports none. */
export function callFunction(bench: Bench, client: object, operation: Operation, args: Arguments): unknown {
  const call = functionOf(bench.package, operation.name);
  if (call === undefined) throw new MissingFunction(`the package exports no function ${operation.name}`);
  return call(client, ...argumentList(operation, args, {}));
}

export class MissingFunction extends Error {}

/** Milliseconds; a mock that does not answer in that time never will. */
const TIMEOUT_MS = 5000;

function argumentList(operation: Operation, args: Arguments, more: object): readonly unknown[] {
  // No retries: an answer of 429 or 503 is what was asked for.
  const options = { timeoutMs: TIMEOUT_MS, maxRetries: 0, ...more };
  const takesArguments = operation.parameters.length > 0 || operation.body !== undefined;
  return takesArguments ? [Object.fromEntries(args), options] : [options];
}
