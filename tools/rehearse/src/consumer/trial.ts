import { join } from "node:path";
import { expectSame } from "../expect.ts";
import { type Package, providerOf } from "../repository.ts";
import { requireAnswers } from "./answers.ts";
import { requireCompiles } from "./compiles.ts";
import type { Consumer, Trial } from "./consumer.ts";
import { installedProvider, programOf } from "./program.ts";
import { createProject, install, type Project, update, writeSources } from "./project.ts";

/** A fresh project installs the newest of all packages, compiles a program that calls every operation, and runs it. */
export async function tryOut(
  consumer: Consumer,
  { title, folder, packages }: { title: string; folder: string; packages: readonly Package[] },
): Promise<Trial> {
  const { npm, stages } = consumer;
  const names = packages.map(({ name }) => name);
  const project = createProject(folder);
  await stages.run(`${title}: a new project installs all packages`, async () => {
    await install(npm, project, [...names.map((name) => `${name}@latest`), "@types/node@24"]);
    requireInstalled(project, packages);
  });
  const own = packages.flatMap(({ name, spec }) =>
    spec === undefined ? [] : [{ packageName: name, name: providerOf(spec) }],
  );
  const providers = await Promise.all(
    own.map(({ name, packageName }) => installedProvider(folder, name, packageName)),
  );
  const trial = { project, providers: own.map(({ name }) => name), program: programOf(providers) };
  writeSources(join(folder, "src"), trial.program);
  await requireCompiles(consumer, { project, output: "dist" }, ["nodenext", "bundler"], title);
  await requireAnswers(consumer, trial, title);
  return trial;
}

/** The project of earlier users takes what its version ranges allow: their program must compile and run as before. */
export async function keepUp(
  consumer: Consumer,
  trial: Trial,
  { title, packages }: { title: string; packages: readonly Pick<Package, "name" | "version">[] },
): Promise<void> {
  await consumer.stages.run(`${title}: earlier users take what their ranges allow`, async (note) => {
    const before = packages.map(({ name }) => trial.project.installed(name));
    await update(consumer.npm, trial.project);
    requireInstalled(trial.project, packages);
    const moved = packages.filter(({ version }, index) => version !== before[index]);
    note(moved.map(({ name, version }) => `${name} ${version}`).join(", "));
  });
  await requireCompiles(consumer, trial, ["nodenext"], title);
  // As it was compiled before the update.
  await requireAnswers(consumer, trial, title);
}

function requireInstalled(project: Project, packages: readonly Pick<Package, "name" | "version">[]): void {
  expectSame(
    "installed versions",
    packages.map(({ name, version }) => `${name}@${version}`),
    packages.map(({ name }) => `${name}@${project.installed(name)}`),
  );
}
