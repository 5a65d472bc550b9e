import { requestIdOf } from "../call/meta.ts";
import { KeysmithError } from "../errors/keysmith-error.ts";
import { ResponseParseError } from "../errors/response-parse-error.ts";
import { createApiError } from "../errors/status-errors.ts";
import { essenceOf, isJson } from "../wire/body.ts";
import type { Exchange } from "./exchange.ts";
import { retryAfterOf } from "./retry.ts";

/** An answer that has been read: its body as it came, and what it means. */
export type Answer = { readonly content: BodyInit | null } & (
  | { readonly data: unknown; readonly error?: undefined }
  | { readonly error: KeysmithError }
);

/** How to read a body. */
type ParseAs = "text" | "blob" | "arrayBuffer";

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
    return response.ok ? await readSuccess(response, exchange, parseAs) : await readError(response, exchange);
  } finally {
    exchange.end();
  }
}

async function readSuccess(response: Response, exchange: Exchange, parseAs?: ParseAs): Promise<Answer> {
  if (response.body === null) return { content: null, data: undefined };
  const type = response.headers.get("content-type");
  const essence = essenceOf(type ?? "");
  const accepted = exchange.operation?.accept ?? "application/json";
  const expected =
    essence === accepted || (essence !== "text/html" && (essence === "" || accepts(accepted, essence)));
  const json = isJson(essence || accepted);
  try {
    const as = parseAs ?? (expected && !json && isBinary(essence) ? "blob" : undefined);
    if (as) {
      const data = await exchange.race<string | Blob | ArrayBuffer>(response[as]());
      return { content: data, data };
    }
    const text = await exchange.race(response.text());
    if (text === "") return { content: text, data: undefined };
    if (!expected) return failure(`expected ${accepted}, found ${essence}`, text);
    return json ? parse(text) : { content: text, data: text };
  } catch (cause) {
    if (cause instanceof KeysmithError) throw cause;
    return failure("body cut off", "", cause);
  }

  function parse(text: string): Answer {
    try {
      return { content: text, data: JSON.parse(text) };
    } catch {
      // No cause: its message would quote the body.
      return failure("broken JSON", text);
    }
  }

  function failure(problem: string, content: string, cause?: unknown): Answer {
    const { status, headers } = response;
    const error = new ResponseParseError(exchange.message(`${status}: ${problem}`), {
      ...exchange.origin,
      cause,
      status,
      contentType: type ?? undefined,
      requestId: requestIdOf(headers),
      excerpt: exchange.engine.redactor.text(content).slice(0, excerptLength),
    });
    return { content, error };
  }
}

async function readError(response: Response, exchange: Exchange): Promise<Answer> {
  const content = response.body && (await exchange.race(readStart(response.body)));
  const { status, statusText, headers } = response;
  const requestId = requestIdOf(headers);
  const remarks = [requestId && `(${requestId})`, exchange.note && `: ${exchange.note}`].filter(Boolean);
  const error = createApiError(exchange.message([status, ...remarks].join(" ")), {
    ...exchange.origin,
    status,
    statusText,
    headers,
    body: parseErrorBody(content),
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
      if (done) return text + decoder.decode();
      text += decoder.decode(value.subarray(0, left), { stream: true });
      left -= value.byteLength;
    }
    void reader.cancel();
  } catch (error) {
    if (error instanceof KeysmithError) throw error;
  }
  return text;
}

/** JSON as data, anything else as text. */
function parseErrorBody(content: string | null): unknown {
  if (!content) return undefined;
  try {
    return JSON.parse(content);
  } catch {
    return content;
  }
}

/** Whether an `Accept` value admits a media type; any JSON will do where JSON is accepted. */
function accepts(accepted: string, essence: string): boolean {
  return accepted.split(",").some((range) => {
    const wanted = essenceOf(range);
    if (wanted === "*/*" || wanted === essence || (isJson(wanted) && isJson(essence))) return true;
    return wanted.endsWith("/*") && essence.startsWith(wanted.slice(0, -1));
  });
}

function isBinary(essence: string): boolean {
  return (
    essence !== "" &&
    !isJson(essence) &&
    !/^text\/|[/+]xml$|^application\/x-www-form-urlencoded$/.test(essence)
  );
}
