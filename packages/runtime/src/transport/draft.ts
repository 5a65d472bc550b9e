import type { Grant } from "../auth/credentials.ts";

/** A request before it is one. Every attempt makes a fresh `Request` from it. */
export class Draft {
  readonly url: string;
  readonly method: string;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: BodyInit | null;
  /** Whatever else the caller set: `credentials`, `keepalive`, … */
  readonly #init: RequestInit;

  /** @param layers headers, the more urgent ones last; `null` removes one. */
  constructor(
    url: string,
    method: string,
    layers: readonly ReadonlyMap<string, string | null>[],
    body: BodyInit | null,
    init?: RequestInit,
  ) {
    const headers = new Map<string, string>();
    for (const layer of layers)
      for (const [name, value] of layer)
        if (value === null) headers.delete(name);
        else headers.set(name, value);
    this.url = url;
    this.method = method;
    this.headers = headers;
    this.body = body;
    this.#init = { ...init, method, body, redirect: "manual" };
  }

  /** A consumed stream cannot be sent again. */
  get canResend(): boolean {
    return !(this.body instanceof ReadableStream);
  }

  /** The request with credentials on. */
  authorized(grant: Grant): Request {
    const headers = Object.fromEntries(this.headers);
    for (const [name, value] of grant.headers) {
      const cookies = name === "cookie" && headers[name];
      headers[name.toLowerCase()] = cookies ? `${cookies}; ${value}` : value;
    }
    if (grant.query.length === 0) return this.request(this.url, { headers });
    const query = grant.query.map((pair) => pair.map(encodeURIComponent).join("=")).join("&");
    const url = `${this.url}${this.url.includes("?") ? "&" : "?"}${query}`;
    return this.request(url, { headers });
  }

  /** A request that may differ from the draft, and that the platform will not redirect. */
  request(url: string, changes: RequestInit = { headers: Object.fromEntries(this.headers) }): Request {
    const init: RequestInit & { duplex?: "half" } = { ...this.#init, ...changes };
    if (!this.canResend) init.duplex = "half";
    if (init.body instanceof FormData) {
      // The platform names the boundary, and anew for every request.
      init.headers = new Headers(init.headers);
      init.headers.delete("content-type");
    }
    return new Request(url, init);
  }
}
