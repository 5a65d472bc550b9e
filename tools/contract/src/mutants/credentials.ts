import type { SecurityScheme } from "@keysmith/generator";
import { headerChange } from "./headers.ts";
import type { Change } from "./mutant.ts";
import type { Sent } from "./sent.ts";

/** Where and how a credential travels. */
export function credentialChanges(scheme: SecurityScheme): readonly Change<Sent>[] {
  if (scheme.kind === "mutualTLS") return [];
  const [place, name] =
    scheme.kind === "apiKey" ? [scheme.in, scheme.parameter] : (["header", "authorization"] as const);
  if (place === "cookie")
    return [headerChange("cookie", `credential ${scheme.name} is dropped`, () => undefined)];
  const label = `credential ${scheme.name}`;
  const change = (
    what: string,
    make: (value: string) => readonly (readonly [string, string])[],
    at = place,
  ): Change<Sent> => ({
    what: `${label} ${what}`,
    make: (sent) => {
      const held =
        place === "header"
          ? sent.headers.get(name.toLowerCase())
          : sent.query.find(([key]) => key === name)?.[1];
      if (held === undefined) return undefined;
      const headers = new Map(
        [...sent.headers].filter(([key]) => place !== "header" || key !== name.toLowerCase()),
      );
      const query = sent.query.filter(([key]) => place !== "query" || key !== name);
      const pairs = make(held);
      if (at === "query") return { ...sent, headers, query: [...query, ...pairs] };
      for (const [key, value] of pairs) headers.set(key.toLowerCase(), value);
      return { ...sent, headers, query };
    },
  });
  return [
    change("is dropped", () => []),
    change("is empty", () => [[name, ""]]),
    change("is another", (value) => [[name, `${value}x`]]),
    change("is misspelt", (value) => [[`${name}x`, value]]),
    change("is there twice", (value) =>
      place === "query"
        ? [
            [name, value],
            [name, value],
          ]
        : [[name, `${value}, ${value}`]],
    ),
    place === "header"
      ? change("is in the query", (value) => [[name, encodeURIComponent(value)]], "query")
      : change("is in the header", (value) => [[name, value]], "header"),
    ...(scheme.kind === "apiKey"
      ? [
          change("is called a bearer", (value) => [
            [name, `Bearer${place === "query" ? "%20" : " "}${value}`],
          ]),
        ]
      : [
          change("has no scheme", (value) => [[name, value.replace(/^\S+ /, "")]]),
          change("has another scheme", (value) => [[name, value.replace(/^\S+/, "Token")]]),
        ]),
  ];
}
