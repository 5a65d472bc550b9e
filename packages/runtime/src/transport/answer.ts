import { requestIdOf } from "../call/meta.ts";
import { KeysmithError } from "../errors/keysmith-error.ts";
import { ResponseParseError } from "../errors/response-parse-error.ts";
import { createApiError } from "../errors/status-errors.ts";
import { essenceOf, isJson } from "../wire/body.ts";
import type { Exchange } from "./exchange.ts";

/** An answer that has been read: its body as it came, and what it means. */
export type Answer = { readonly content: string | Blob | undefined } & (
  | { readonly data: unknown; readonly error?: undefined }
  | { readonly error: KeysmithError }
);

/** Reads a body and judges it: data of a success, or the error it is. Rejects only when it cannot be read in time. */
export async function readAnswer(response: Response, exchange: Exchange): Promise<Answer> {
  try {
    return response.ok ? await readSuccess(response, exchange) : await readError(response, exchange);
  } finally {
    exchange.end();
  }
}

async function readSuccess(response: Response, exchange: Exchange): Promise<Answer> {
  const type = response.headers.get("content-type");
  const essence = essenceOf(type ?? "");
  const accepted = exchange.operation?.accept ?? "application/json";
  if (response.body === null) return { content: undefined, data: undefined };
  try {
    if (isBinary(essence) && accepts(accepted, essence)) {
      const blob = await exchange.race(response.blob());
      return { content: blob, data: blob };
    }
    const text = await exchange.race(response.text());
    if (text === "") return { content: text, data: undefined };
    if (essence === "text/html" || (essence !== "" && !accepts(accepted, essence))) {
      return failure(`expected ${accepted}, found ${essence}`, text);
    }
    if (!isJson(essence || accepted)) return { content: text, data: text };
    try {
      return { content: text, data: JSON.parse(text) };
    } catch {
      return failure("broken JSON", text);
    }
  } catch (cause) {
    if (cause instanceof KeysmithError) throw cause;
    return failure("body cut off", "", cause);
  }

  function failure(problem: string, content: string, cause?: unknown): Answer {
    const { status, headers } = response;
    const error = new ResponseParseError(`${exchange.label} -> ${status}: ${problem}`, {
      operationId: exchange.operationId,
      cause,
      status,
      contentType: type ?? undefined,
      requestId: requestIdOf(headers),
      excerpt: content.slice(0, 200),
    });
    return { content, error };
  }
}

async function readError(response: Response, exchange: Exchange): Promise<Answer> {
  const content = response.body === null ? "" : await exchange.race(response.text());
  const { status, statusText, headers } = response;
  const requestId = requestIdOf(headers);
  const error = createApiError(
    `${exchange.label} -> ${status}${requestId === undefined ? "" : ` (${requestId})`}`,
    {
      operationId: exchange.operationId,
      status,
      statusText,
      headers,
      body: parseErrorBody(content),
      requestId,
      retryAfterMs: undefined,
    },
  );
  return { content, error };
}

/** JSON as data, anything else as text. */
function parseErrorBody(content: string): unknown {
  if (content === "") return undefined;
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
