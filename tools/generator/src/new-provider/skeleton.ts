import { readFileSync } from "node:fs";
import { join } from "node:path";
import settings from "@keysmith/config/oxfmt.json" with { type: "json" };
import { format } from "oxfmt";
import { parseDocument } from "yaml";
import type { Scheme } from "./credential.ts";

export interface Skeleton {
  readonly name: string;
  /** Default: made of the name. */
  readonly title: string | undefined;
  /** Default: an invented one. */
  readonly server: string | undefined;
  readonly scheme: Scheme;
}

/**
 * A document in our dialect with an example of everything that most providers need: `skeleton.yaml`, with what is the
 * provider's own filled in.
 */
export async function skeleton({ name, title, server, scheme }: Skeleton): Promise<string> {
  const document = parseDocument(readFileSync(join(import.meta.dirname, "skeleton.yaml"), "utf8"));
  const words = name
    .split("-")
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(" ");
  // Top-level domains that are nobody's; one of a hostname's labels has 63 characters.
  const domain = `${name.slice(0, 63).replace(/-$/, "")}.example`;
  document.setIn(["info", "title"], title ?? `${words} API`);
  document.setIn(["info", "contact", "name"], `${words} Support`);
  document.setIn(["info", "contact", "email"], `support@${domain}`);
  document.setIn(["servers", 0, "url"], server ?? `https://api.${domain}`);
  document.setIn(["servers", 0, "description"], `${words} production.`);
  document.setIn(["security"], document.createNode([{ [scheme.name]: [] }]));
  document.setIn(["components", "securitySchemes"], document.createNode({ [scheme.name]: scheme.scheme }));
  // Scalars are kept on one line, whatever their length; the rest is the formatter's to say.
  const text = document.toString({ lineWidth: 0 });
  const { code } = await format("skeleton.yaml", text, { printWidth: settings.printWidth });
  return code;
}
