import type { Content, Json } from "@keysmith/generator";
import type { Exchange } from "@keysmith/mock";
import type { Finding } from "../finding.ts";
import { equalsJson } from "../judge/equal.ts";

/** Findings where a body does not arrive as it was given, or under another media type. */
export async function judgeBody(
  content: Content | undefined,
  body: Json | undefined,
  exchange: Exchange,
): Promise<readonly Finding[]> {
  const type = exchange.headers.get("content-type");
  if (content === undefined || body === undefined) {
    const got = exchange.body.length > 0 ? new TextDecoder().decode(exchange.body) : type;
    return got === undefined
      ? []
      : [
          {
            culprit: "client",
            message: "no body was given, so neither body nor Content-Type may be sent",
            got,
          },
        ];
  }
  const findings: Finding[] = [];
  if (essence(type ?? "") !== essence(content.mediaType)) {
    findings.push({
      culprit: "client",
      message: "the body has another media type",
      expected: content.mediaType,
      got: type,
    });
  }
  const [got, expected] = await readBody(content, body, exchange, type ?? "");
  const same = typeof expected === "string" ? got === expected : equalsJson(got, expected);
  if (!same)
    findings.push({ culprit: "client", message: "the body does not arrive as it was given", expected, got });
  return findings;
}

/** What arrived, and what should have, in the same form. */
async function readBody(
  content: Content,
  body: Json,
  exchange: Exchange,
  type: string,
): Promise<readonly [unknown, Json]> {
  const sent = new TextDecoder().decode(exchange.body);
  switch (content.kind) {
    case "json":
      try {
        return [JSON.parse(sent), body];
      } catch {
        return [sent, body];
      }
    case "form":
    case "multipart":
      return [
        // What is no form at all is told as it came.
        await fieldsOf(content.kind, exchange, type).then(Object.fromEntries, () => sent),
        fieldTexts(body),
      ];
    case "text":
    case "binary":
      return [sent, typeof body === "string" ? body : JSON.stringify(body)];
    default:
      throw new TypeError(`unknown kind of body: ${String(content.kind satisfies never)}`);
  }
}

/** Each field of a form with all of its values, in order. */
export async function fieldsOf(
  kind: "form" | "multipart",
  exchange: Exchange,
  type: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const all = new Map<string, string[]>();
  const add = (name: string, value: string): void => void all.set(name, [...(all.get(name) ?? []), value]);
  if (kind === "form") {
    for (const [name, value] of new URLSearchParams(new TextDecoder().decode(exchange.body)))
      add(name, value);
    return all;
  }
  const headers = { "content-type": type };
  const form = await new Response(Buffer.from(exchange.body), { headers }).formData();
  for (const [name, value] of form) add(name, typeof value === "string" ? value : await value.text());
  return all;
}

function fieldTexts(body: Json): Json {
  if (typeof body !== "object" || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, fieldValues(value).map(fieldText)]),
  );
}

/** A list travels as several fields of one name. */
function fieldValues(value: Json): readonly Json[] {
  return [value].flat();
}

function fieldText(value: Json): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}

export function essence(mediaType: string): string {
  return mediaType.split(";")[0]?.trim().toLowerCase() ?? "";
}
