import { findWorkspace, suggestion, type Workspace } from "@keysmith/generator/workspace";
import { type Bases, baseOf, chooseBases } from "./base/base.ts";
import { standings } from "./base/differs.ts";
import { removedSince } from "./base/removed.ts";
import type { Repository } from "./base/repository.ts";
import { outdatedNotices } from "./changeset/outdated.ts";
import { readWaivers } from "./changeset/waiver-file.ts";
import type { Misfit, Waiver } from "./changeset/waivers.ts";
import { type Comparison, packageName, type RemovedPackage } from "./compared.ts";
import type { Judge, Replay } from "./compare-package.ts";
import { compareStanding } from "./compare-standing.ts";
import { UsageError } from "./refusals.ts";

/** All packages that were asked for, held against their bases. */
export interface Compared {
  readonly comparisons: readonly Comparison[];
  readonly misfits: readonly Misfit[];
  /** What the reader should know besides. */
  readonly notices: readonly string[];
}

/** What to compare, and with what. */
export interface Question {
  readonly workspace: Workspace;
  readonly repository: Repository;
  /** Empty: all. */
  readonly providers: readonly string[];
  /** `--base` */
  readonly base: string | undefined;
  /** Whether changesets are written next: then none is out of date. */
  readonly write: boolean;
  /** Default: the two axes. */
  readonly judge: Judge | undefined;
  /** Undefined: promises of the last release are not tried. */
  readonly replay: Replay | undefined;
}

/**
 * Compares packages with what was last released of them.
 *
 * @throws {SpecProblems} With the problems of all refused documents.
 * @throws {CompareError} There is nothing to compare with.
 * @throws {UsageError} An unknown provider.
 */
export async function compare(question: Question): Promise<Compared> {
  const { workspace, repository } = question;
  const bases = await chooseBases(repository, question.base);
  const present = new Set(workspace.specs.keys());
  const removed = await removedSince(repository, bases.fallback, present);
  const wanted = question.providers;
  demandProviders(wanted, [...present, ...removed]);
  const chosen = (name: string): boolean => wanted.length === 0 || wanted.includes(name);
  const names = [...present].filter(chosen);
  const waivers = await readWaivers(workspace.root);
  const strangers = waivers.filter((waiver) => ![...present].map(packageName).includes(waiver.package));
  const standing = await standings(repository, new Map(names.map((name) => [name, baseOf(bases, name)])));
  const { comparisons, misfits, notices } = await compareStanding(question, standing, waivers);
  const aboutBase = names.every((name) => bases.releases.has(name)) ? undefined : bases.notice;
  const outdated = question.write ? [] : await outdatedNotices(repository, comparisons);
  return {
    comparisons: [...comparisons, ...removed.filter(chosen).map((name) => removal(name, bases))],
    misfits: [...strangers.map(ofNoPackage), ...misfits],
    notices: [...(aboutBase === undefined ? [] : [aboutBase]), ...notices, ...outdated],
  };
}

/**
 * The workspace around a folder.
 *
 * @throws {UsageError} There is none.
 */
export function demandWorkspace(from: string): Workspace {
  const workspace = findWorkspace(from);
  if (workspace !== undefined) return workspace;
  throw new UsageError(`No workspace around ${from}: expected a folder with pnpm-workspace.yaml and specs.`);
}

/** @throws {UsageError} One of `wanted` is not known. */
export function demandProviders(wanted: readonly string[], known: readonly string[]): void {
  const unknown = wanted.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new UsageError(
      `There is no provider "${unknown}".${suggestion(unknown, known)} Known are ${known.join(", ")}.`,
    );
}

function removal(name: string, bases: Bases): RemovedPackage {
  return {
    state: "removed",
    name,
    base: bases.fallback,
    released: bases.releases.get(name)?.version,
  };
}

function ofNoPackage(waiver: Waiver): Misfit {
  return { waiver, reason: `there is no package ${waiver.package}` };
}
