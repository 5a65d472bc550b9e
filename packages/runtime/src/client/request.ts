import { exchangeOf, perform } from "../call/start.ts";
import type { OperationDefinition } from "../definition.ts";
import { ConfigError } from "../errors/config-error.ts";
import type { Exchange } from "../transport/exchange.ts";
import type { Draft } from "../transport/draft.ts";
import type { Arguments } from "../wire/arguments.ts";
import { type Engine, engine } from "./engine.ts";
import type { CallOptions } from "./options.ts";

/** A request that has not been sent. */
export interface PreparedRequest extends Request {
  /** A line for a shell, secrets redacted. */
  curl(): string;
}

/**
 * The exact request of an operation, credentials and openapi-fetch's middleware included, without sending it.
 *
 * @param args of the operation; `undefined` when it takes none.
 * @throws ConfigError as the call would.
 * @example
 * const prepared = await request(automox, createUserApiKey, { userId: 1, o: 2, body: { name: "deploy" } });
 * console.log(prepared.curl());
 */
export async function request<Op extends PreparableOperation>(
  client: Parameters<Op>[0] & { readonly [engine]: Engine },
  operation: Op,
  args?: Parameters<Op>[1],
  options: CallOptions = {},
): Promise<PreparedRequest> {
  const { definition } = operation;
  const exchange = exchangeOf(client[engine], definition, options);
  let prepared: PreparedRequest | undefined;
  await perform(exchange, definition, (args ?? {}) as Arguments, async (draft) => {
    const made = draft.authorized(await exchange.grant());
    prepared = Object.assign(made, { curl: () => curl(made, draft, exchange) });
    return new Response(null, { status: 204 });
  });
  if (!prepared)
    throw new ConfigError(exchange.message("middleware answered by itself, so there is no request"));
  return prepared;
}

/** An operation function. */
interface PreparableOperation {
  (client: never, args?: never, options?: never): unknown;
  readonly definition: OperationDefinition;
}

function curl({ method, headers, url }: Request, { body }: Draft, exchange: Exchange): string {
  const { redactor } = exchange.engine;
  const shown = redactor.value(Object.fromEntries(headers)) as Record<string, string>;
  const flags = Object.entries(shown).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`);
  if (typeof body === "string") flags.push(`--data-raw ${quote(redactor.text(body))}`);
  else if (body !== null) flags.push("--data-binary @-");
  return ["curl", "-X", method, ...flags, quote(exchange.shownUrl(url))].join(" ");
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
