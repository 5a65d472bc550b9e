import type { Spot } from "@keysmith/contract/document";
import type { Header, Response } from "@keysmith/generator";
import type { Drift } from "../drift.ts";
import { describe } from "../secrets/describe.ts";
import { errorsOf } from "./errors.ts";
import { type Judge, partOf } from "./judge.ts";

/** Drifts where a documented header does not come, or holds something else. Further headers are nobody's business. */
export function judgeHeaders(
  judge: Judge,
  documented: Response,
  place: Spot,
  headers: Headers,
): readonly Drift[] {
  return documented.headers.flatMap((header): readonly Drift[] => {
    const spot = partOf(judge, place.pointer, "headers", header.name);
    const where = spot?.pointer ?? place.pointer;
    const text = headers.get(header.name);
    if (text === null) return [absent(header, where)];
    const schema = spot && partOf(judge, spot.pointer, "schema");
    if (schema === undefined) return [];
    const errors = errorsOf(judge.document, judge.validator, schema.pointer, readHeader(header, text));
    return errors.map(({ at, found, message, pointer: broken }) => ({
      kind: "header",
      severity: "drift",
      message: `the header ${header.name} is not what its schema says`,
      at: header.name,
      expected: message.replace(/^must /, ""),
      found: judge.secrets.hides(header.name) ? "[redacted]" : describe(at === "" ? text : found),
      pointer: broken,
      change: "describe the header as it is",
    }));
  });
}

function absent({ name, required }: Header, pointer: string): Drift {
  return {
    kind: "header",
    severity: required ? "drift" : "note",
    message: `the answer has no header ${name}`,
    at: name,
    expected: required ? `a header ${name}, which is required` : `a header ${name}`,
    found: "none",
    pointer,
    change: required ? "drop required: true, or the header" : "nothing, unless it never comes",
  };
}

/** The value of a header in the type the document has for it, as the style `simple` writes it. */
function readHeader({ type }: Header, text: string): unknown {
  const { kind } = type;
  if (kind === "array") return text.split(",").map((item) => scalar(type.items.kind, item.trim()));
  return scalar(kind, text);
}

function scalar(kind: string, text: string): unknown {
  if (kind === "number" && /^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (kind === "boolean" && /^(?:true|false)$/.test(text)) return text === "true";
  return text;
}
