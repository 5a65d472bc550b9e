/** How much an `Accept` header likes a media type: 0 (not at all) to 1. No header, or one that is empty, takes everything. */
export function quality(accept: string | undefined, mediaType: string): number {
  const ranges = (accept ?? "").split(",").filter((range) => range.trim() !== "");
  if (ranges.length === 0) return 1;
  let best = { precision: -1, quality: 0 };
  for (const range of ranges) {
    const [name = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
    const precision = precisionOf(name, mediaType.toLowerCase());
    if (precision > best.precision) best = { precision, quality: weightOf(parameters) };
  }
  return best.quality;
}

/** 2 for the type itself, 1 for `type/*`, 0 for any, -1 for another one. */
function precisionOf(range: string, mediaType: string): number {
  const essence = mediaType.split(";")[0]?.trim() ?? "";
  if (range === essence) return 2;
  if (range === "*/*" || range === "*" || essence === "*/*") return 0;
  const [type = "", subtype] = range.split("/");
  const [ownType, ownSubtype] = essence.split("/");
  return type === ownType && (subtype === "*" || ownSubtype === "*") ? 1 : -1;
}

function weightOf(parameters: readonly string[]): number {
  const weight = parameters.find((parameter) => parameter.startsWith("q="));
  if (weight === undefined) return 1;
  const value = Number(weight.slice(2));
  return Number.isFinite(value) ? value : 0;
}
