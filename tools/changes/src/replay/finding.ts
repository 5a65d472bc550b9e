/** Something of the last release that no longer holds in the new one, or could not be tried. */
export interface ReplayFinding {
  /**
   * - `compile`: an example of the old documentation or tests that the compiler refuses now
   * - `example`: one that compiles, and that the new mock refuses or that throws
   * - `cell`: a promise of the old document that the new client and mock do not keep
   * - `unreplayed`: a part of the replay that failed, so that nothing is known of it
   */
  readonly kind: "compile" | "example" | "cell" | "unreplayed";
  /** `GET /keys` of the old document; undefined for what belongs to no operation. */
  readonly operation: string | undefined;
  /** The example's heading, `listKeys: with every argument`; the cell's title, `request all arguments`. */
  readonly title: string;
  /** Where it stands in the old release; undefined for what could not be replayed. */
  readonly where: { readonly file: string; readonly line: number } | undefined;
  /** What the compiler, the mock or the suite says, in one sentence. */
  readonly message: string;
  /** What it was, and what it is now, where that can be said. */
  readonly before?: string;
  readonly after?: string;
}
