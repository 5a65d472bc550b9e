/** `ok` is in order, `missing` has to be done before a release, `unknown` cannot be seen from here. */
export type Verdict = "ok" | "missing" | "unknown";

/** The subject of what all packages share. */
export const REPOSITORY = "repository";

/** What the doctor found about one thing. */
export interface Finding {
  readonly verdict: Verdict;
  /** Name of a package, or {@link REPOSITORY}. */
  readonly subject: string;
  readonly check: string;
  /** The file, and the field in it, or the program that knows. */
  readonly place: string;
  readonly message: string;
  /** What to do; for everything that is not in order. */
  readonly remedy?: string;
}

/** Makes the findings of a check: what is in order, or what is not and how to mend it. */
export function findings(
  subject: string,
  check: string,
  place: string,
): {
  ok(message: string): Finding;
  missing(message: string, remedy: string): Finding;
  unknown(message: string, remedy: string): Finding;
} {
  const about = { subject, check, place };
  return {
    ok: (message) => ({ verdict: "ok", ...about, message }),
    missing: (message, remedy) => ({ verdict: "missing", ...about, message, remedy }),
    unknown: (message, remedy) => ({ verdict: "unknown", ...about, message, remedy }),
  };
}
