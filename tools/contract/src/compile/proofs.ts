/** Something that the type test of a package says of an operation. */
export interface Proof {
  /** Name of the operation's function, or of its types. */
  readonly owner: string;
  /** `data`, `error 404`; what a call is refused for, `"id" is required.` */
  readonly name: string;
  /** Lines that hold it, from 1. */
  readonly first: number;
  readonly last: number;
}

const OPENING = /^export (?:interface (?<types>\S+)Types |function (?<calls>[^\s(]+)Calls\()/;
const FACT = /^ {2}(?:"(?<quoted>[^"]+)"|(?<plain>\w+)): Proven</;
const REFUSED = /^ {2}\/\/ @ts-expect-error (?<reason>.+)$/;

/** Finds the proofs of a type test, as the generator prints and formats it. */
export function proofsOf(text: string): readonly Proof[] {
  const proofs: { owner: string; name: string; first: number; last: number }[] = [];
  let owner: string | undefined;
  let open: (typeof proofs)[number] | undefined;
  for (const [index, line] of text.split("\n").entries()) {
    const number = index + 1;
    const opened = OPENING.exec(line)?.groups;
    if (opened !== undefined) owner = opened["types"] ?? opened["calls"];
    if (line === "}" || opened !== undefined) open = undefined;
    if (line === "}") owner = undefined;
    if (owner === undefined) continue;
    const { quoted, plain } = FACT.exec(line)?.groups ?? {};
    const name = quoted ?? plain ?? REFUSED.exec(line)?.groups?.["reason"];
    if (name !== undefined) {
      open = { owner, name, first: number, last: number };
      proofs.push(open);
    } else if (open !== undefined) open.last = number;
  }
  return proofs;
}
