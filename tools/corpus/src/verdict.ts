import type { Defect } from "./document.ts";
import type { Failure, Result } from "./result.ts";

/** Whether a document did what the list says of it. */
export interface Verdict {
  readonly kind: "passed" | "explained" | "failed";
  /** Why, where it did not pass. */
  readonly reasons: readonly string[];
}

/** A failure is explained when all its problems are known defects of the document, and all known defects were found. */
export function judge({ document: { defects }, failures }: Result): Verdict {
  const unknown = failures.filter((failure) => !defects.some((defect) => explains(defect, failure)));
  const unseen = defects.filter((defect) => !failures.some((failure) => explains(defect, failure)));
  if (unknown.length > 0 || unseen.length > 0)
    return { kind: "failed", reasons: [...unknown.map(describe), ...unseen.map(missing)] };
  return defects.length === 0
    ? { kind: "passed", reasons: [] }
    : { kind: "explained", reasons: defects.map(({ at, because }) => `${at}  ${because}`) };
}

function describe({ stage, pointer, message }: Failure): string {
  return `${stage}: ${pointer === undefined ? "" : `${pointer}  `}${message}`;
}

function missing({ at, because }: Defect): string {
  return `expected a problem at ${at} (${because}), and there was none: take that out of the list`;
}

function explains({ at }: Defect, { pointer }: Failure): boolean {
  if (pointer === undefined) return false;
  const found = pointer.split("/");
  return at.split("/").every((segment, index) => segment === "*" || segment === found[index]);
}
