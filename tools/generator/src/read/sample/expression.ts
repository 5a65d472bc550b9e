/** A regular expression, as far as it is understood: what does not refer back to what was read before. */
export type Expression =
  | { readonly kind: "character"; readonly text: string | undefined; readonly passes: Test }
  | { readonly kind: "edge"; readonly sign: string }
  | { readonly kind: "ahead"; readonly wanted: boolean; readonly inner: Expression }
  | { readonly kind: "sequence"; readonly parts: readonly Expression[] }
  | { readonly kind: "choice"; readonly options: readonly Expression[] }
  | { readonly kind: "repeat"; readonly inner: Expression; readonly least: number; readonly most: number };

export type Test = (character: string) => boolean;

/** Longer patterns are none that people wrote. */
const longest = 2000;

/** @returns Nothing for what is no pattern in Unicode mode, looks behind, refers back or is too long. */
export function parseExpression(pattern: string): Expression | undefined {
  if (pattern.length > longest) return undefined;
  try {
    // What passes here has closed its brackets.
    void new RegExp(pattern, "u");
    return choice({ rest: pattern });
  } catch (error) {
    if (error instanceof Unsupported || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Stops at what it does not understand. */
class Unsupported extends Error {}

interface Cursor {
  rest: string;
}

function take(cursor: Cursor, token: RegExp): RegExpExecArray | undefined {
  const found = token.exec(cursor.rest);
  if (found === null) return undefined;
  cursor.rest = cursor.rest.slice(found[0].length);
  return found;
}

function choice(cursor: Cursor): Expression {
  const first = sequence(cursor);
  const options = [first];
  while (take(cursor, /^\|/)) options.push(sequence(cursor));
  return options.length === 1 ? first : { kind: "choice", options };
}

function sequence(cursor: Cursor): Expression {
  const parts: Expression[] = [];
  while (cursor.rest !== "" && !/^[|)]/.test(cursor.rest)) parts.push(repeated(cursor, atom(cursor)));
  return { kind: "sequence", parts };
}

function repeated(cursor: Cursor, inner: Expression): Expression {
  const found = take(cursor, /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/);
  if (found === undefined) return inner;
  const [, sign, low, comma, high] = found;
  const without = Number.POSITIVE_INFINITY;
  if (sign !== undefined) {
    return { kind: "repeat", inner, least: sign === "+" ? 1 : 0, most: sign === "?" ? 1 : without };
  }
  const least = Number(low);
  if (comma === undefined) return { kind: "repeat", inner, least, most: least };
  return { kind: "repeat", inner, least, most: high === "" ? without : Number(high) };
}

function atom(cursor: Cursor): Expression {
  const edge = take(cursor, /^(?:[$^]|\\[bB])/);
  if (edge !== undefined) return { kind: "edge", sign: edge[0] };
  const ahead = take(cursor, /^\(\?([=!])/);
  if (ahead !== undefined) return { kind: "ahead", wanted: ahead[1] === "=", inner: group(cursor) };
  if (take(cursor, /^\((?:\?:|\?<[\p{L}_$][\p{L}\p{N}_$]*>|(?!\?))/u)) return group(cursor);
  const many = take(cursor, /^(?:\.|\[(?:\\.|[^\]\\])*\]|\\(?:[dDwWsS]|[pP]\{[^}]*\}))/su);
  if (many === undefined) return character(cursor);
  const expression = new RegExp(many[0], "u");
  return { kind: "character", text: undefined, passes: (one) => expression.test(one) };
}

function group(cursor: Cursor): Expression {
  const inner = choice(cursor);
  if (!take(cursor, /^\)/)) throw new Unsupported();
  return inner;
}

/** One character that stands for itself. */
function character(cursor: Cursor): Expression {
  const text = single(cursor);
  return { kind: "character", text, passes: (one) => one === text };
}

function single(cursor: Cursor): string {
  const escaped = take(
    cursor,
    /^\\(?:u\{([\da-fA-F]+)\}|u((?!d[89a-f])[\da-fA-F]{4})|x([\da-fA-F]{2})|([nrtfv0])|([^\w\s]))/i,
  );
  if (escaped !== undefined) {
    const [, long, short, byte, control = "", sign = ""] = escaped;
    const code = long ?? short ?? byte;
    if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
    return controls.get(control) ?? sign;
  }
  const plain = take(cursor, /^[^\\()[\]{}*+?|]/su);
  if (plain === undefined) throw new Unsupported();
  return plain[0];
}

const controls: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["f", "\f"],
  ["v", "\v"],
  ["0", "\0"],
]);
