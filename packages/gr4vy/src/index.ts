// Generated from specs/gr4vy.yaml by Keysmith. Edit the document, then run `pnpm generate gr4vy`.

export { createGr4vy, type Gr4vy } from "./fetch-client.ts";
export * from "./functions.ts";
export type { components, operations, paths } from "./schema.ts";
