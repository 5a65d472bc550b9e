import type { Json } from "@keysmith/generator";
import { changesOfJson } from "./json-changes.ts";
import type { Change } from "./mutant.ts";
import type { Sent } from "./sent.ts";

/** What can be wrong with a body, and with the lack of one. */
export function bodyChanges(body: string | undefined): readonly Change<Sent>[] {
  const text = (what: string, make: (text: string) => string | undefined): Change<Sent> => ({
    what: `body ${what}`,
    make: (sent) => (sent.body === body ? { ...sent, body: make(sent.body ?? "") } : undefined),
  });
  const typed = (type: string): Change<Sent> => ({
    what: `body of type ${type || "nothing"}`,
    make: (sent) => {
      const headers = new Map(sent.headers);
      if (type === "") headers.delete("content-type");
      else headers.set("content-type", type);
      return sent.body === body ? { ...sent, headers } : undefined;
    },
  });
  if (body === undefined)
    return [
      {
        what: "body where none is documented",
        make: (sent) => (sent.method === "GET" ? undefined : { ...sent, body: "{}" }),
      },
      typed("application/json"),
    ];
  return [
    ...[
      "",
      "text/plain",
      "application/octet-stream",
      "application/vnd.other+json",
      "multipart/form-data",
    ].map(typed),
    text("is dropped", () => undefined),
    text("ends early", (full) => full.slice(0, Math.floor(full.length / 2))),
    text("is [object Object]", () => "[object Object]"),
    text("is a text of JSON", (full) => JSON.stringify(full)),
    text("is there twice", (full) => full + full),
    ...values(body),
  ];
}

function values(body: string): readonly Change<Sent>[] {
  const value = parsed(body);
  if (value === undefined) return [];
  return changesOfJson(value).map(({ what, make }) => ({
    what: `body ${what}`,
    make: (sent) => {
      const held = parsed(sent.body ?? "");
      return held === undefined || sent.body !== body
        ? undefined
        : { ...sent, body: JSON.stringify(make(held)) };
    },
  }));
}

function parsed(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
