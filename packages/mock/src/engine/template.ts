/** The values of the parameters in a segment of a path, still encoded; undefined where it does not fit. */
export type SegmentPattern = (text: string) => readonly string[] | undefined;

/**
 * One segment of a path template, `{id}` or `{name}.json`, as a pattern: every parameter is one character or more, the
 * first as many as it can be. It takes time in proportion to the text, which a regular expression would not.
 */
export function segmentPattern(segment: string): SegmentPattern {
  const [first = "", ...rest] = segment.split(/\{[^}]*\}/);
  const last = rest.pop() ?? "";
  return (text) => {
    if (!text.startsWith(first) || !text.endsWith(last)) return undefined;
    const values: string[] = [];
    let end = text.length - last.length;
    for (const literal of rest.toReversed()) {
      const start = end - literal.length - 1;
      const place = start < 0 ? -1 : text.lastIndexOf(literal, start);
      if (place < 0) return undefined;
      values.unshift(text.slice(place + literal.length, end));
      end = place;
    }
    return end > first.length ? [text.slice(first.length, end), ...values] : undefined;
  };
}

/** Reads the parameters of a path that is known to fit the template, as they were sent. */
export function parameterReader(template: string): (path: string) => ReadonlyMap<string, string> {
  const segments = template.split("/").flatMap((segment, index) => {
    const names = [...segment.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name);
    return names.length === 0 ? [] : [{ index, names, pattern: segmentPattern(segment) }];
  });
  return (path) => {
    const texts = path.split("/");
    const parameters = new Map<string, string>();
    for (const { index, names, pattern } of segments) {
      const values = pattern(texts[index] ?? "") ?? [];
      for (const [at, name] of names.entries()) parameters.set(name, values[at] ?? "");
    }
    return parameters;
  };
}

/** A path that holds parameters and nothing else. */
export function parametersAlone(values: Iterable<string>): string {
  return `/${[...values].join("/")}`;
}
