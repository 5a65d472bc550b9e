// Generated from specs/automox.yaml by Keysmith. Edit the document, then run `pnpm generate automox`.

export { createAutomox, type Automox } from "./fetch-client.ts";
export * from "./functions.ts";
export type { components, operations, paths } from "./schema.ts";
