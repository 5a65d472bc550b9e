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

const NAMED = /^content-disposition: *form-data *;[^\r\n]*\bname=/im;

/** Every part begins with a header that names it. */
function partFault(text: string, boundary: string): Problem | undefined {
  const parts = `\r\n${text}`.split(`\r\n--${boundary}`).slice(1);
  const last = parts.pop();
  if (last === undefined || !last.startsWith("--"))
    return problem(400, "malformed-form", `the body does not end with its boundary, --${boundary}--`);
  const nameless = parts.findIndex((part) => !NAMED.test(part.split("\r\n\r\n", 1)[0] ?? ""));
  if (nameless < 0) return undefined;
  return problem(
    400,
    "malformed-form",
    `expected \`Content-Disposition: form-data; name="…"\` at the head of part ${nameless + 1}`,
  );
}
