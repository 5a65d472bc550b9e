/**
 * Who sets a header that is no parameter: `document` for what its media types and security schemes say, `fetch` for what
 * follows from the body.
 */
export function setterOf(header: string): "document" | "fetch" | undefined {
  return setters.get(header.toLowerCase());
}

const setters: ReadonlyMap<string, "document" | "fetch"> = new Map([
  ["accept", "document"],
  ["content-type", "document"],
  ["authorization", "document"],
  ["content-length", "fetch"],
  ["transfer-encoding", "fetch"],
]);
