/** One way to break one rule. */
export interface Breach {
  readonly rule: string;
  readonly title: string;
  /** JSON pointer into the good document -> new value; `undefined` takes the place away. */
  readonly change: Readonly<Record<string, unknown>>;
  /** Where the rule points. */
  readonly at: string;
}
