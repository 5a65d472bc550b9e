// Generated from specs/occam.yaml by Keysmith. Edit the document, then run `pnpm generate occam`.

export { createOccam, type Occam } from "./fetch-client.ts";
export * from "./functions.ts";
export type { components, operations, paths } from "./schema.ts";
