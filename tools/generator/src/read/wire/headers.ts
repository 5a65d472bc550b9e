/**
 * Who sets a header that is no parameter: `document` for what its media types and security schemes say, `fetch` for what
 * follows from the body.
 */
export function setterOf(header: string): "document" | "fetch" | undefined {
  return setters.get(header.toLowerCase());
}

/** Whether a header can be called so: by letters, digits and some signs, none of them a space. */
export function isHeaderName(name: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(name);
}

const setters: ReadonlyMap<string, "document" | "fetch"> = new Map([
  ["accept", "document"],
  ["content-type", "document"],
  ["authorization", "document"],
  ["content-length", "fetch"],
  ["transfer-encoding", "fetch"],
]);
