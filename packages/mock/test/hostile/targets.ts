import * as fc from "fast-check";

export function method(): fc.Arbitrary<string> {
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        "GET",
        "HEAD",
        "POST",
        "PUT",
        "DELETE",
        "PATCH",
        "OPTIONS",
        "TRACE",
        "QUERY",
      ),
    },
    fc.constantFrom("CONNECT", "PRI", "BREW", "get", "__proto__", "constructor", "M-SEARCH", "", "\0"),
    fc.string({ maxLength: 8 }),
  );
}

/** What becomes of one segment of a path. */
export function segmentChange(): fc.Arbitrary<(segments: string[]) => string[]> {
  const text = fc.oneof(
    fc.constantFrom(
      "..",
      ".",
      "",
      "%2e%2e",
      "%2F",
      "%5C",
      "%00",
      "%zz",
      "%",
      "%ED%A0%80",
      "%F0%9F%94%91",
      "\u00ff",
    ),
    fc.constantFrom(
      "__proto__",
      "constructor",
      "{id}",
      "1",
      "-1",
      "1e309",
      "NaN",
      "true",
      "null",
      "a;b=c",
      "1,2",
      "*",
    ),
    fc.string({ maxLength: 6 }).map(encodeURIComponentSafely),
    fc.constantFrom("a".repeat(5000), ".".repeat(5000)),
  );
  return fc.tuple(fc.constantFrom("set", "insert", "drop", "append"), fc.nat(8), text).map(
    ([kind, place, into]) =>
      (segments) =>
        change(segments, kind, 1 + (place % Math.max(1, segments.length)), into),
  );
}

function change(segments: string[], kind: string, place: number, into: string): string[] {
  if (kind === "set") return segments.with(Math.min(place, segments.length - 1), into);
  if (kind === "insert") return segments.toSpliced(place, 0, into);
  if (kind === "drop") return segments.toSpliced(place, 1);
  return [...segments.slice(0, -1), `${segments.at(-1)}${into}`];
}

export function pathOf(template: string, changes: readonly ((segments: string[]) => string[])[]): string {
  const path = template.replaceAll(/\{[^}]*\}/g, "1");
  return changes.reduce((segments, apply) => apply(segments), path.split("/")).join("/");
}

export function target(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(
      "*",
      "/",
      "//",
      "http://mock",
      "http://[",
      "https://mock/trees/1?x",
      "ftp://mock/",
      "mock:80",
      "?",
      "#",
      "/#",
    ),
    fc.constantFrom(
      `/${"a/".repeat(3000)}`,
      `/${"%41".repeat(3000)}`,
      `/?${"a=b&".repeat(3000)}`,
      `/?${"a[".repeat(2000)}`,
    ),
    fc.constantFrom(
      "/__mock",
      "/__mock/",
      "/__mock?operation=x",
      "/__mock/%zz",
      "/__mock/%00/keys/1",
      "/__mock/__proto__",
      "/__mock/a",
      "/__mock/a/keys/1",
      "/__mock/a%2Fb/keys/1",
      `/__mock/${"a".repeat(5000)}`,
    ),
    fc.webUrl(),
    fc.string().map((text) => `/${text}`),
  );
}

export function name(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(
      "o",
      "page",
      "limit",
      "tag",
      "filter",
      "filter[a]",
      "filter[a][b]",
      "filter[__proto__]",
      "ids",
      "words",
      "box",
      "x",
      "key",
    ),
    fc.constantFrom("__proto__", "constructor", "hasOwnProperty", "toString", "", "[]", "%", "a%00b"),
    fc.string({ maxLength: 5 }).map(encodeURIComponentSafely),
  );
}

export function value(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(
      "1",
      "0",
      "-1",
      "1.5",
      "1e999",
      "9".repeat(400),
      "true",
      "null",
      "",
      "a",
      "a|b",
      "a%20b",
      "a,b",
      "[object Object]",
      "%",
      "%ff",
      "{}",
    ),
    fc.string({ maxLength: 8 }).map(encodeURIComponentSafely),
  );
}

export function queryOf(pairs: readonly (readonly [string, string])[]): string {
  return pairs.length === 0 ? "" : `?${pairs.map((pair) => pair.join("=")).join("&")}`;
}

function encodeURIComponentSafely(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
