/** One segment of a path template, `{id}` or `{name}.json`, as a pattern; every parameter is a group. */
export function segmentPattern(segment: string): RegExp {
  const literals = segment
    .split(/\{[^}]*\}/)
    .map((literal) => literal.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`));
  return new RegExp(`^${literals.join("(.+)")}$`, "s");
}

/** The parameters that a path holds, decoded, by a template which it is known to fit. */
export function pathParameters(template: string, path: string): ReadonlyMap<string, string> {
  const segments = path.split("/");
  return new Map(
    template.split("/").flatMap((segment, index): readonly [string, string][] => {
      const names = [...segment.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name);
      if (names.length === 0) return [];
      const [, ...values] = segmentPattern(segment).exec(segments[index] ?? "") ?? [];
      return names.map((name, at) => [name, decodeURIComponent(values[at] ?? "")]);
    }),
  );
}
