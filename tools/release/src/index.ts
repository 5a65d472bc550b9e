export { type ReleaseManifest, type ProvenTarball, readReleaseManifest } from "./pack/manifest.ts";
export { RELEASE_FOLDER } from "./pack/plan.ts";
export { checkTarballs } from "./pack/check.ts";
export type { Fault } from "./tarball/check.ts";
