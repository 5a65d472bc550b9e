// Generated from specs/turbosmtp.yaml by Keysmith. Edit the document, then run `pnpm generate turbosmtp`.

export { createTurbosmtp, type Turbosmtp } from "./fetch-client.ts";
export * from "./functions.ts";
export type { components, operations, paths } from "./schema.ts";
