import type { Grant } from "../auth/credentials.ts";

/** A request before it is one: what openapi-fetch composed. Every attempt makes a fresh `Request` from it. */
export class Draft {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: BodyInit | null;
  /** All of it, and whatever else the caller set: `credentials`, `keepalive`, … */
  readonly #init: RequestInit;
  /** Its own cookies, once those of credentials have joined them. */
  #cookie: string | undefined;

  constructor(url: string, init: RequestInit) {
    this.url = url;
    this.method = init.method ?? "GET";
    this.headers = init.headers instanceof Headers ? init.headers : new Headers(init.headers);
    this.body = init.body ?? null;
    this.#init = init;
    // The platform names the boundary, and anew for every request.
    if (this.body instanceof FormData) this.headers.delete("content-type");
  }

  /** A consumed stream cannot be sent again. */
  get canResend(): boolean {
    return !(this.body instanceof ReadableStream);
  }

  /** The request with credentials on. */
  authorized({ headers, query }: Grant): Request {
    const cookies: string[] = [];
    for (const [name, value] of headers) {
      if (name === "cookie") cookies.push(value);
      else this.headers.set(name, value);
    }
    if (cookies.length > 0) {
      this.#cookie ??= this.headers.get("cookie") ?? "";
      this.headers.set("cookie", [this.#cookie, ...cookies].filter(Boolean).join("; "));
    }
    if (query.length === 0) return this.request(this.url);
    const pairs = query.map((pair) => pair.map(encodeURIComponent).join("=")).join("&");
    return this.request(`${this.url}${this.url.includes("?") ? "&" : "?"}${pairs}`);
  }

  /** A request that may differ from the draft, and that the platform will not redirect. */
  request(url: string, changes?: RequestInit): Request {
    if (!changes && this.canResend) return new Request(url, this.#init);
    const headers = new Headers(changes?.headers ?? this.headers);
    // A form that is sent again is written again, with another boundary than the headers of the first time name.
    if ((changes?.body === undefined ? this.body : changes.body) instanceof FormData) {
      headers.delete("content-type");
    }
    return new Request(url, {
      ...this.#init,
      ...changes,
      headers,
      ...(!this.canResend && { duplex: "half" }),
    });
  }
}
