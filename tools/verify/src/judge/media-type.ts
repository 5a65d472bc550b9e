/** A media type without its parameters, in small letters. */
export function essenceOf(mediaType: string): string {
  return (mediaType.split(";", 1)[0] ?? "").trim().toLowerCase();
}

export function isJson(essence: string): boolean {
  return essence === "application/json" || essence.endsWith("+json");
}

export function isText(essence: string): boolean {
  return essence.startsWith("text/") || essence.endsWith("+xml") || essence === "application/xml";
}

/** The one of the documented media types that an answer's is: itself, else a range it is in. */
export function documentedAs(essence: string, documented: readonly string[]): string | undefined {
  const [kind = ""] = essence.split("/", 1);
  return [essence, `${kind}/*`, "*/*"]
    .map((wanted) => documented.find((mediaType) => essenceOf(mediaType) === wanted))
    .find((found) => found !== undefined);
}
