/** What benchmarks use of the corpus: its documents, a place to make a package in, and processes with limits. */
export { type Ended, runNode } from "./child.ts";
export { fileOf } from "./document.ts";
export { documentNamed } from "./documents.ts";
export { makePlace, type Place } from "./place.ts";
export { buildPackage } from "./stages/compile.ts";
export { generate } from "./stages/generate.ts";
