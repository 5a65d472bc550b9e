import { MIMEType } from "node:util";
import { problem, type Problem } from "./problem.ts";

/** What keeps a form from being taken apart: Prism throws on it. Undefined when nothing does, and for other media types. */
export function formFault(contentType: string, text: string): Problem | undefined {
  const { essence, params } = new MIMEType(contentType);
  if (essence === "application/x-www-form-urlencoded") return fieldFault(text);
  const boundary = params.get("boundary");
  return essence === "multipart/form-data" && boundary !== null ? partFault(text, boundary) : undefined;
}

function fieldFault(text: string): Problem | undefined {
  try {
    for (const field of text.split("&")) decodeURIComponent(field.split("=", 1)[0] ?? "");
    return undefined;
  } catch {
    return problem(400, "malformed-form", "the name of a field is not percent-encoded UTF-8");
  }
}

/** Every part begins with a header that names it, and is written as Prism reads it. */
function partFault(text: string, boundary: string): Problem | undefined {
  const parts = `\r\n${text}`.split(`\r\n--${boundary}`).slice(1);
  const last = parts.pop();
  if (last === undefined || !last.startsWith("--"))
    return problem(400, "malformed-form", `the body does not end with its boundary, --${boundary}--`);
  const unread = parts.findIndex((part) => !isReadable(part.split("\r\n\r\n", 1)[0] ?? ""));
  if (unread < 0) return undefined;
  return problem(
    400,
    "malformed-form",
    `expected \`Content-Disposition: form-data; name="…"\` at the head of part ${unread + 1}, its name first, a Content-Type for a file, and no ";", "=" or "\\" in names: the mock cannot read another one`,
  );
}

/** Prism takes the last such header apart at `;` and `=`, takes what it finds there for JSON, and asks files for a type. */
function isReadable(head: string): boolean {
  const disposition = head.split("\r\n").findLast((header) => /^content-disposition:/i.test(header));
  const [kind, ...pairs] = disposition?.split(";") ?? [];
  if (kind === undefined || !/: *form-data *$/i.test(kind) || !/^ *name=/i.test(pairs[0] ?? "")) return false;
  if (pairs.length > 1 && !/^content-type:/im.test(head)) return false;
  return pairs.slice(0, 2).every((pair) => {
    try {
      return typeof JSON.parse(pair.split("=")[1] ?? "") === "string";
    } catch {
      return false;
    }
  });
}
