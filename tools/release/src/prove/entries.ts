import type { Manifest } from "../workspace.ts";

/** Something a package lets its users import. */
export interface Entry {
  /** As users write it: `@keysmith/automox/mock`. */
  readonly specifier: string;
  /** Code is imported; data, as `openapi.yaml`, is only there to be read. */
  readonly code: boolean;
}

/** Everything that "exports" of a package names, apart from patterns. */
export function entriesOf({ name, exports }: Manifest): readonly Entry[] {
  const paths = typeof exports === "object" && exports !== null ? Object.keys(exports) : ["."];
  return (paths.some((path) => path.startsWith(".")) ? paths : ["."])
    .filter((path) => !path.includes("*"))
    .map((path) => ({ specifier: `${name}${path.slice(1)}`, code: !/\.(?:ya?ml|json)$/u.test(path) }));
}
