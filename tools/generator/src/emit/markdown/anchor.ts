/**
 * Anchors of a page's headings, as GitHub and npm make them: give it every heading of the page, in order.
 * A heading whose anchor is taken gets a number.
 */
export function anchorsOf(headings: readonly string[]): readonly string[] {
  const taken = new Map<string, number>();
  return headings.map((heading) => {
    const slug = slugOf(heading);
    let anchor = slug;
    while (taken.has(anchor)) {
      const number = (taken.get(slug) ?? 0) + 1;
      taken.set(slug, number);
      anchor = `${slug}-${number}`;
    }
    taken.set(anchor, 0);
    return anchor;
  });
}

/** Letters, marks, digits, `_` and its like, and hyphens; spaces become hyphens. */
function slugOf(heading: string): string {
  return heading
    .replaceAll(/\s+/g, " ")
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");
}
