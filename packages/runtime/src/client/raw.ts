import { readAnswer } from "../transport/answer.ts";
import { Exchange } from "../transport/exchange.ts";
import { ApiError } from "../errors/api-error.ts";
import type { Engine } from "./engine.ts";
import type { CallOptions } from "./options.ts";

/** What openapi-fetch's methods return. */
type RawResult = { data: unknown; response: Response } | { error: unknown; response: Response };

/**
 * A call by method and path, as openapi-fetch makes it, under the same policies as an operation.
 * An error status is returned as `error`; everything else that goes wrong throws.
 */
export async function rawCall(
  engine: Engine,
  method: string,
  path: string,
  init: object = {},
): Promise<RawResult> {
  const {
    signal,
    fetch,
    timeoutMs,
    params,
    parseAs = "json",
    ...rest
  } = init as CallOptions & { params?: object; parseAs?: string };
  const options: CallOptions = {
    ...(signal && { signal }),
    ...(fetch && { fetch }),
    ...(timeoutMs !== undefined && { timeoutMs }),
  };
  const exchange = new Exchange(engine, { method, path, options });
  const response = await engine.pipeline.exchange({
    method,
    path,
    send: (draft) => exchange.send(draft),
    init: { ...rest, params: { path: {}, ...params } },
  });
  if (parseAs === "stream" && response.ok) return { data: response.body, response };
  const answer = await readAnswer(response, exchange);
  if (!answer.error) return { data: answer.data, response };
  if (answer.error instanceof ApiError) return { error: answer.error.body, response };
  throw answer.error;
}
