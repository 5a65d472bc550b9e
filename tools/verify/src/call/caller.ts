import type { Operation } from "@keysmith/generator";
import type { ApiCall, CallOptions, PagedCall } from "@keysmith/runtime";
import { plain, type Resolved } from "../arguments/resolve.ts";
import type { Provider } from "../provider.ts";
import { UsageError } from "../usage-error.ts";
import type { Auth } from "./credentials.ts";
import type { Target } from "./target.ts";
import type { Permit, RawExchange, Wire } from "./wire.ts";

/** How a call went: what the client made of it, and what really came. */
export interface Sent {
  readonly outcome:
    | { readonly ok: true; readonly data: unknown }
    | { readonly ok: false; readonly error: unknown };
  /** Oldest first: redirects and retries come before the answer. */
  readonly exchanges: readonly RawExchange[];
  readonly milliseconds: number;
}

export interface CallRequest {
  readonly operation: Operation;
  readonly args: Resolved;
  readonly permit: Permit;
  readonly body?: unknown;
  readonly signal: AbortSignal;
  /** Walk on for as many pages; 1 is the call alone. */
  readonly pages?: number;
}

export type Caller = (request: CallRequest) => Promise<Sent>;

/** The run was ended while the call waited for its turn. */
const ENDED = { ok: false, error: new Error("the run was ended") } as const;

type Method = (...args: readonly object[]) => ApiCall<unknown> | PagedCall<unknown>;

/**
 * Calls operations as users do, through the client of the package.
 *
 * @throws UsageError when the client refuses its options: an address that is not safe, an unknown environment.
 */
export function createCaller(provider: Provider, target: Target, auth: Auth, wire: Wire): Caller {
  const client = createClient(provider, target, auth);
  return async ({ operation, args, permit, body, signal, pages = 1 }) => {
    if (!(await wire.pace(signal))) return { outcome: ENDED, exchanges: [], milliseconds: 0 };
    const method: unknown = Reflect.get(client, operation.name);
    if (typeof method !== "function")
      throw new UsageError(`The client has no ${operation.name}: run \`pnpm build\`.`);
    const exchanges: RawExchange[] = [];
    const options: CallOptions = { fetch: wire.fetchFor(permit, exchanges), signal };
    const takesArguments = operation.parameters.length > 0 || operation.body !== undefined;
    const given = body === undefined ? plain(args) : { ...plain(args), body };
    const start = performance.now();
    const call = (method as Method)(...(takesArguments ? [given, options] : [options]));
    const outcome = await (pages > 1 ? walk(call, pages) : settle(call));
    return { outcome, exchanges, milliseconds: performance.now() - start };
  };
}

/**
 * Makes sure that clients take an address: one that holds a password would be printed.
 *
 * @throws UsageError when they do not.
 */
export function demandAddress(provider: Provider, target: Target): void {
  createClient(provider, target, {});
}

function createClient(provider: Provider, target: Target, auth: Auth): object {
  const { baseUrl, environment, server, timeoutMs, retries } = target;
  try {
    return provider.create({
      auth,
      timeoutMs,
      maxRetries: retries,
      ...(baseUrl !== undefined && { baseUrl }),
      ...(environment !== undefined && { environment }),
      ...(Object.keys(server).length > 0 && { server }),
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function settle(call: ApiCall<unknown>): Promise<Sent["outcome"]> {
  const result = await call.safe();
  return result.ok ? { ok: true, data: result.data } : { ok: false, error: result.error };
}

/** The pages, as a list. */
async function walk(call: ApiCall<unknown> | PagedCall<unknown>, maxPages: number): Promise<Sent["outcome"]> {
  if (!("pages" in call))
    return { ok: false, error: new TypeError("the client has no pages for this operation") };
  try {
    const pages: unknown[] = [];
    for await (const page of call.pages({ maxPages })) pages.push(page);
    return { ok: true, data: pages };
  } catch (error) {
    return { ok: false, error };
  }
}
