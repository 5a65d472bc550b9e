/** A request on its way to the mock, taken apart. */
export interface Sent {
  readonly method: string;
  /** Percent-encoded, with whatever path the base URL has. */
  readonly path: string;
  /** Pairs of the query, percent-encoded. */
  readonly query: readonly (readonly [name: string, value: string])[];
  /** Names in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  /** Undefined when there is none. */
  readonly body: string | undefined;
}

export async function sentOf(request: Request): Promise<Sent> {
  const { pathname, search } = new URL(request.url);
  const text = request.body === null ? undefined : await request.clone().text();
  // Made up for each request; the same request is the same bytes.
  const [, boundary = ""] = /;\s*boundary="?([^";]+)/.exec(request.headers.get("content-type") ?? "") ?? [];
  const steady = (value: string): string =>
    boundary === "" ? value : value.replaceAll(boundary, "boundary");
  const pairs = search
    .slice(1)
    .split("&")
    .filter((pair) => pair !== "");
  return {
    method: request.method,
    path: pathname,
    query: pairs.map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return [name, value.join("=")];
    }),
    headers: new Map([...request.headers].map(([name, value]) => [name, steady(value)])),
    body: text === undefined ? undefined : steady(text),
  };
}

export function requestOf({ method, path, query, headers, body }: Sent, origin: string): Request {
  const search = query.map(([name, value]) => `${name}=${value}`).join("&");
  const url = `${origin}${path}${search === "" ? "" : `?${search}`}`;
  // Bytes: a text would bring a media type along.
  const bytes = body === undefined ? null : new TextEncoder().encode(body);
  const bodiless = method === "GET" || method === "HEAD";
  return new Request(url, {
    method,
    headers: [...headers],
    body: bodiless ? null : bytes,
    redirect: "manual",
  });
}

/** What is on the wire, as one text: the same for the same request. */
export function wireText({ method, path, query, headers, body }: Sent): string {
  return JSON.stringify([method, path, query, [...headers].toSorted(), body]);
}
