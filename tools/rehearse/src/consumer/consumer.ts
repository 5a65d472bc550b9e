import type { Runner } from "../runner.ts";
import type { Stages } from "../stages.ts";
import type { Compiler } from "./compile.ts";
import type { Project } from "./project.ts";

/** What it takes to use the packages. */
export interface Consumer {
  readonly npm: Runner;
  readonly stages: Stages;
  /** Those that the programs of users have to please. */
  readonly compilers: readonly Compiler[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

/** What users of a release have: a project with its packages, and a program that calls every operation of each. */
export interface Trial {
  readonly project: Project;
  readonly providers: readonly string[];
  readonly program: ReadonlyMap<string, string>;
}
