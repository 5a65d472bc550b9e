/** Data with one member changed: how it is told, and what it is then. */
export type Variant<T> = readonly [what: string, instead: T];
