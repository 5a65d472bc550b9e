/** `application/json; charset=utf-8` -> `application/json` */
export function essenceOf(mediaType: string): string {
  return (mediaType.split(";", 1)[0] ?? "").trim().toLowerCase();
}

export function isJson(essence: string): boolean {
  return /[/+]json$/.test(essence);
}
