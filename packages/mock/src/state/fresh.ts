/**
 * A text that looks like the example and is another for every number, so that whoever reads it knows what it is and
 * that it is invented. Undefined when nothing of the kind `fits`.
 */
export function freshText(
  example: string | undefined,
  number: number,
  fits: (text: string) => boolean,
): string | undefined {
  for (const candidate of candidates(example ?? "", number)) if (fits(candidate)) return candidate;
  return undefined;
}

function* candidates(example: string, number: number): Iterable<string> {
  const digits = String(number);
  if (example === "") {
    yield uuid(number);
    yield `example-${digits}`;
    yield digits;
    for (const length of LENGTHS) yield digits.padStart(length, "0");
    return;
  }
  const lines = example.split("\n");
  const middle = lines[1];
  // A PEM: its first and last line say what it is.
  if (lines.length > 2 && middle !== undefined) yield lines.with(1, `${middle} ${digits}`).join("\n");
  const tail = /\d+$/.exec(example)?.[0] ?? "";
  const isHex = /^[0-9a-f-]{16,}$/i.test(example);
  if (isHex) yield withTail(example, digits, Math.max(4, digits.length));
  if (tail.length >= digits.length) yield withTail(example, digits, tail.length);
  if (tail.length > 0) yield example.slice(0, -tail.length) + digits;
  yield `${example}-${digits}`;
  yield `${example}${digits}`;
  for (const width of [8, 6, 4, 2, digits.length]) yield withTail(example, digits, width);
  yield uuid(number);
}

const LENGTHS = [8, 12, 16, 20, 24, 32, 40, 43, 64];

/** The example with the number in place of its end. */
function withTail(example: string, digits: string, width: number): string {
  return example.slice(0, -width) + digits.padStart(width, "0");
}

function uuid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}
