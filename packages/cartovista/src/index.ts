// Generated from specs/cartovista.yaml by Keysmith. Edit the document, then run `pnpm generate cartovista`.

export { createCartovista, type Cartovista } from "./fetch-client.ts";
export * from "./functions.ts";
export type { components, operations, paths } from "./schema.ts";
