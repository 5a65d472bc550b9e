import { requestIdOf } from "../call/meta.ts";
import { KeysmithError } from "../errors/keysmith-error.ts";
import { ResponseParseError } from "../errors/response-parse-error.ts";
import { apiErrorClass } from "../errors/status-errors.ts";
import { essenceOf, isJson } from "../wire/body.ts";
import type { Exchange } from "./exchange.ts";
import { retryAfterOf } from "./retry.ts";
import type { Sendable } from "../wire/sendable.ts";

/** An answer that has been read: its body as it came, and what it means. */
export interface Answer {
  readonly content: Sendable | null;
  readonly data?: unknown;
  readonly error?: KeysmithError;
}

/** How to read a body. */
export type ParseAs = "text" | "blob" | "arrayBuffer";

/** Longest error body that is read, in bytes; the rest is left. */
const errorBodyLimit = 2 ** 20;
const excerptLength = 200;

/**
 * Reads a body and judges it: data of a success, or the error it is. Rejects only when it cannot be read in time.
 *
 * @param parseAs how, when the caller says so; otherwise the answer's content type decides.
 */
export async function readAnswer(response: Response, exchange: Exchange, parseAs?: ParseAs): Promise<Answer> {
  try {
    if (!response.ok) return await readError(response, exchange);
    return response.body ? await readSuccess(response, exchange, parseAs) : { content: null };
  } catch (cause) {
    if (cause instanceof KeysmithError) throw cause;
    return unreadable(response, exchange, "body cut off", "", cause);
  } finally {
    exchange.end();
  }
}

async function readSuccess(response: Response, exchange: Exchange, parseAs?: ParseAs): Promise<Answer> {
  const { accept = "application/json" } = exchange.operation;
  const essence = typeOf(response);
  const expected = essence === "" || accepts(accept, essence);
  const json = isJson(essence || accept);
  const isText =
    json || !expected || /^$|^text\/|[/+]xml$|^application\/x-www-form-urlencoded$/.test(essence);
  const content = await exchange.race<string | Blob | ArrayBuffer>(
    response[parseAs ?? (isText ? "text" : "blob")](),
  );
  if (content === "") return { content };
  if (parseAs || typeof content !== "string") return { content, data: content };
  if (!expected) return unreadable(response, exchange, `expected ${accept}, found ${essence}`, content);
  const data = json ? parse(content) : content;
  return data === undefined ? unreadable(response, exchange, "broken JSON", content) : { content, data };
}

function unreadable(
  response: Response,
  exchange: Exchange,
  problem: string,
  content: string,
  cause?: unknown,
): Answer {
  const { status, headers } = response as Response & Pick<ResponseParseError, "status">;
  const error = exchange.error(ResponseParseError, `${status}: ${problem}`, {
    cause,
    status,
    contentType: headers.get("content-type") ?? undefined,
    requestId: requestIdOf(headers),
    excerpt: exchange.engine.redactor.text(content).slice(0, excerptLength),
  });
  return { content, error };
}

async function readError(response: Response, exchange: Exchange): Promise<Answer> {
  const { body, status, statusText, headers } = response;
  const content = body && (await exchange.race(readStart(body)));
  const essence = typeOf(response);
  const requestId = requestIdOf(headers);
  const text = `${status}${requestId ? ` (${requestId})` : ""}${exchange.note ? `: ${exchange.note}` : ""}`;
  const error = exchange.error(apiErrorClass(status), text, {
    status,
    statusText,
    headers,
    // JSON as data, anything else as text.
    body: content ? ((isJson(essence) || !essence ? parse(content) : undefined) ?? content) : undefined,
    requestId,
    retryAfterMs: retryAfterOf(headers),
  });
  return { content, error };
}

/** Text of a body up to the limit, or to where it breaks off: it describes an error, and need not be whole. */
async function readStart(body: ReadableStream<Uint8Array>): Promise<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  try {
    for (let left = errorBodyLimit; left > 0;) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value.subarray(0, left), { stream: true });
      left -= value.byteLength;
    }
    reader.cancel().catch(() => {});
  } catch (error) {
    if (error instanceof KeysmithError) throw error;
  }
  return text + decoder.decode();
}

function typeOf({ headers }: Response): string {
  return essenceOf(headers.get("content-type") ?? "");
}

/** `undefined` for what is not JSON: the platform's message would quote it. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Whether an `Accept` value admits a media type; any JSON will do where JSON is accepted. HTML has to be named: pages to
 * sign in and pages of errors come in place of anything.
 */
function accepts(accept: string, essence: string): boolean {
  return accept.split(",").some((range) => {
    const wanted = essenceOf(range);
    if (wanted === essence || (isJson(wanted) && isJson(essence))) return true;
    if (essence === "text/html") return false;
    return wanted === "*/*" || (wanted.endsWith("/*") && essence.startsWith(wanted.slice(0, -1)));
  });
}

/** Gives up an answer nobody will read, so that its connection is free. */
export function discard({ body }: Response): void {
  body?.cancel().catch(() => {});
}
