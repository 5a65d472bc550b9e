import { ConfigError } from "../errors/config-error.ts";
import type { Sendable } from "../wire/sendable.ts";

/** A request before it is one. Every attempt makes a fresh `Request` from it. */
export interface Draft {
  readonly url: string;
  readonly method: string;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Sendable | null;
  /** What else the caller says of the request: `cache`, `credentials` and so on. */
  readonly rest?: RequestInit | undefined;
}

/** A request of its own, which the platform will not redirect. */
export function requestOf({ url, method, headers, body, rest }: Draft): Request {
  const init: RequestInit = { ...rest, method, headers: [...headers], body, redirect: "manual" };
  try {
    // What a stream needs, and nothing else minds.
    return new Request(url, Object.assign(init, { duplex: "half" }));
  } catch (cause) {
    throw new ConfigError("the platform cannot make this request", { cause });
  }
}

/** What a request would send. Its body is read, so that every attempt can send it whole. */
export async function draftOf(request: Request, rest: RequestInit | undefined): Promise<Draft> {
  const { url, method, headers } = request;
  const body = request.body && (await request.clone().arrayBuffer());
  return { url, method, headers: new Map(headers), body, rest };
}

/** Whether it can be sent again: a stream can be read only once. */
export function canResend({ body }: Draft): boolean {
  return !(body instanceof ReadableStream);
}
