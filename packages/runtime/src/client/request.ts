import { respond } from "../call/start.ts";
import type { OperationDefinition } from "../definition.ts";
import { ConfigError } from "../errors/config-error.ts";
import { define } from "../operation.ts";
import type { Redactor } from "../redact/redactor.ts";
import { authorize } from "../transport/attempt.ts";
import { type Draft, requestOf } from "../transport/draft.ts";
import type { Exchange } from "../transport/exchange.ts";
import type { Arguments } from "../wire/arguments.ts";
import type { Engine, engine } from "./engine.ts";

/** A request that has not been sent. */
export interface PreparedRequest extends Request {
  /** A line for a shell, secrets redacted. */
  curl(): string;
}

/**
 * The exact request of an operation, credentials and openapi-fetch's middleware included, without sending it.
 *
 * @param rest what the operation takes after the client: its arguments, unless it has none, and options.
 * @throws ConfigError as the call would.
 * @example
 * const prepared = await request(automox, createUserApiKey, { userId: 1, o: 2, body: { name: "deploy" } });
 * console.log(prepared.curl());
 */
export async function request<C extends { readonly [engine]: Engine }, Rest extends object[]>(
  client: C,
  operation: ((client: C, ...rest: Rest) => unknown) & { readonly definition: OperationDefinition },
  ...rest: Rest
): Promise<PreparedRequest> {
  return define<(client: C, ...rest: Rest) => Promise<PreparedRequest>>(operation.definition, prepare)(
    client,
    ...rest,
  );
}

async function prepare(exchange: Exchange, args: Arguments): Promise<PreparedRequest> {
  let prepared: PreparedRequest | undefined;
  exchange.deliver = async (draft) => {
    const ready = await exchange.within(() => authorize(exchange, draft), exchange.setting("timeoutMs"));
    const made = requestOf(ready);
    prepared = Object.assign(made, { curl: () => curl(made, draft, exchange) });
    return new Response();
  };
  await respond(exchange, args);
  if (prepared) return prepared;
  throw exchange.error(ConfigError, "middleware answered by itself, so there is no request", {});
}

function curl({ method, headers, url }: Request, { body }: Draft, exchange: Exchange): string {
  const { redactor } = exchange.engine;
  const shown = Object.entries(Object(redactor.value(Object.fromEntries(headers))) as Record<string, string>);
  const flags = shown.map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`);
  if (typeof body === "string") flags.push(`--data-raw ${quote(shownBody(body, redactor))}`);
  else if (body !== null) flags.push("--data-binary @-");
  return ["curl", "-X", method, ...flags, quote(redactor.url(url, exchange.operation.path))].join(" ");
}

/** JSON stays JSON. */
function shownBody(body: string, redactor: Redactor): string {
  try {
    return JSON.stringify(redactor.value(JSON.parse(body)));
  } catch {
    return redactor.text(body);
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
