import type { Spot } from "@keysmith/contract/document";
import type { Operation, Response } from "@keysmith/generator";
import type { RawExchange } from "../call/wire.ts";
import type { Drift } from "../drift.ts";
import { describe } from "../secrets/describe.ts";
import { judgeValue } from "./body.ts";
import { judgeHeaders } from "./headers.ts";
import { type Judge, partOf, responseOf } from "./judge.ts";
import { documentedAs, essenceOf, isJson, isText } from "./media-type.ts";

/** Drifts between an answer as it came over the wire and what the document says of it. */
export function judgeAnswer(judge: Judge, operation: Operation, raw: RawExchange): readonly Drift[] {
  learnEverything(judge, raw);
  const documented = responseOf(operation, raw.status);
  const place = documented && partOf(judge, operation.pointer, "responses", String(documented.status));
  if (documented === undefined || place === undefined) return [undocumentedStatus(operation, raw)];
  return [
    ...judgeBody(judge, operation, documented, place, raw),
    ...judgeHeaders(judge, documented, place, raw.headers),
    ...deprecation(operation, raw),
  ];
}

function undocumentedStatus(operation: Operation, raw: RawExchange): Drift {
  const { status } = raw;
  return {
    kind: "status",
    severity: "drift",
    message: `the status ${status} is not documented`,
    expected: operation.responses.map((response) => response.status).join(", "),
    found: `${status} with ${describeBody(raw)}`,
    pointer: `${operation.pointer}/responses`,
    change: `add "${status}"`,
  };
}

function judgeBody(
  judge: Judge,
  operation: Operation,
  documented: Response,
  place: Spot,
  raw: RawExchange,
): readonly Drift[] {
  const mediaTypes = documented.contents.map(({ mediaType }) => mediaType);
  const isEmpty = raw.body.length === 0;
  const drift = (about: Partial<Drift> & Pick<Drift, "kind" | "message" | "change">): readonly Drift[] => [
    { severity: "drift", pointer: place.pointer, found: describeBody(raw), ...about },
  ];
  if (mediaTypes.length === 0) {
    if (isEmpty) return [];
    const message = `the ${raw.status} has a body, and none is documented`;
    return drift({ kind: "body", message, expected: "no body", change: "add content" });
  }
  if (operation.method === "HEAD") return [];
  if (isEmpty) {
    const message = `the ${raw.status} has no body, and one is documented`;
    return drift({ kind: "body", message, expected: mediaTypes.join(", "), change: "drop content" });
  }
  const essence = essenceOf(raw.headers.get("content-type") ?? "");
  const mediaType = documentedAs(essence, mediaTypes);
  if (mediaType === undefined) {
    return drift({
      kind: "mediaType",
      message:
        essence === ""
          ? "the answer has no Content-Type"
          : `the media type ${shownType(essence)} is not documented`,
      at: "Content-Type",
      expected: mediaTypes.join(", "),
      pointer: `${place.pointer}/content`,
      change: essence === "" ? "nothing: the provider has to name it" : `add ${shownType(essence)}`,
    });
  }
  return judgeContent(judge, place, mediaType, raw, drift);
}

function judgeContent(
  judge: Judge,
  place: Spot,
  mediaType: string,
  { headers, body, status }: RawExchange,
  drift: (about: Pick<Drift, "kind" | "message" | "change" | "expected" | "found">) => readonly Drift[],
): readonly Drift[] {
  const essence = essenceOf(headers.get("content-type") ?? "");
  if (!isJson(essence) && !isText(essence)) return [];
  const text = new TextDecoder().decode(body);
  const value = isJson(essence) ? parse(text) : text;
  if (value === undefined) {
    const found = `${body.length} bytes that are no JSON`;
    return drift({
      kind: "schema",
      message: `the body of the ${status} is not JSON, as its Content-Type says`,
      expected: "JSON",
      found,
      change: "nothing: the provider has to mend it",
    });
  }
  const schema = partOf(judge, place.pointer, "content", mediaType, "schema");
  return schema === undefined ? [] : judgeValue(judge, schema, value);
}

/** A server may say in headers what a document says with `deprecated`. */
function deprecation({ deprecated, pointer, id }: Operation, { headers }: RawExchange): readonly Drift[] {
  const named = ["deprecation", "sunset"].filter((name) => headers.has(name));
  if (named.length > 0 && !deprecated) {
    return [
      {
        kind: "deprecated",
        severity: "drift",
        message: `the server says that ${id} is deprecated`,
        at: named.join(", "),
        expected: "no such header",
        found: named.join(" and "),
        pointer,
        change: "add deprecated: true",
      },
    ];
  }
  if (!deprecated || named.length > 0) return [];
  const message = `the document says that ${id} is deprecated, and the server still answers without saying so`;
  return [
    {
      kind: "deprecated",
      severity: "note",
      message,
      pointer,
      change: "nothing, unless it is no longer true",
    },
  ];
}

/** Also of answers that are not documented: their secrets must not be shown either. */
function learnEverything({ secrets }: Judge, { headers, body }: RawExchange): void {
  for (const [name, value] of headers) if (secrets.hides(name)) secrets.remember(value);
  if (!isJson(essenceOf(headers.get("content-type") ?? ""))) return;
  secrets.learn(parse(new TextDecoder().decode(body)));
}

/** What a body is, without any of it. */
function describeBody({ headers, body }: RawExchange): string {
  if (body.length === 0) return "no body";
  const essence = essenceOf(headers.get("content-type") ?? "");
  const value = isJson(essence) ? parse(new TextDecoder().decode(body)) : undefined;
  const what = value === undefined ? `${body.length} bytes` : describe(value);
  return `${essence === "" ? "no Content-Type" : shownType(essence)}, ${what}`;
}

/** A media type that has the form of one. */
function shownType(essence: string): string {
  return /^[\w.+-]{1,40}\/[\w.+-]{1,80}$/.test(essence) ? essence : "a malformed media type";
}

/** Undefined for what is not JSON: the platform's message would quote it. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
