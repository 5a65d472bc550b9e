/** Where a package is going: all an emitter knows beside the model. */
export interface Target {
  /** npm name, `@keysmith/automox`. */
  readonly packageName: string;
  /** `standalone` packages live outside the monorepo: no workspace protocol, no contract test, no shared settings. */
  readonly kind: "workspace" | "standalone";
  /** Version of the package; changesets owns it, so an existing one is kept. */
  readonly version: string;
  /** Version range of `@keysmith/runtime`. */
  readonly runtime: string;
  /** Version range of `@keysmith/mock`, for those who test with it. */
  readonly mock: string;
}

/** One file of a package. */
export interface GeneratedFile {
  /** Relative to the package folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}
