import type { Grant } from "../auth/credentials.ts";
import { ConfigError } from "../errors/config-error.ts";

/** A request before it is one: what openapi-fetch composed. Every attempt makes a fresh `Request` from it. */
export class Draft {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: BodyInit | null;
  /** All of it, and whatever else the caller set: `credentials`, `keepalive`, … */
  readonly init: RequestInit;
  /** What the URL must stay below, whatever went into it; `undefined` when middleware chose the URL. */
  baseUrl: string | undefined;
  readonly #cookie: string | null;

  constructor(url: string, init: RequestInit) {
    const { method = "GET", headers, body = null } = init;
    this.url = url;
    this.method = method;
    this.headers = headers instanceof Headers ? headers : new Headers(headers);
    this.body = body;
    this.init = this.headers === headers ? init : { ...init, headers: this.headers };
    this.#cookie = this.headers.get("cookie");
    // The platform names the boundary, and anew for every request.
    if (body instanceof FormData) this.headers.delete("content-type");
  }

  /** A consumed stream cannot be sent again. */
  get canResend(): boolean {
    return !(this.body instanceof ReadableStream);
  }

  /**
   * The request with credentials on.
   *
   * @throws ConfigError when its URL is not below the base URL.
   */
  authorized({ headers, query }: Grant): Request {
    let cookies = this.#cookie;
    for (const [name, value] of headers) {
      if (name === "cookie") cookies = cookies ? `${cookies}; ${value}` : value;
      this.headers.set(name, name === "cookie" ? (cookies ?? "") : value);
    }
    const request =
      this.canResend && query.length === 0 ? new Request(this.url, this.init) : this.#withQuery(query);
    if (this.baseUrl === undefined || request.url.startsWith(`${this.baseUrl}/`)) return request;
    throw new ConfigError(`the URL of a call must stay below ${this.baseUrl}`);
  }

  #withQuery(query: Grant["query"]): Request {
    const pairs = query
      .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
      .join("&");
    const joint = this.url.includes("?") ? "&" : "?";
    return this.request(pairs ? this.url + joint + pairs : this.url, {});
  }

  /** A request that differs from this one. */
  request(url: string, changes: RequestInit): Request {
    const streams = !this.canResend && { duplex: "half" };
    return new Request(url, {
      ...this.init,
      ...changes,
      headers: changes.headers ?? this.headers,
      ...streams,
    });
  }
}
