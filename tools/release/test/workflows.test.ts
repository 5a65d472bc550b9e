import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { commandsOf, inputsOf, type Job, readWorkflows, stepsOf, type Workflow } from "./workflow.ts";
import { problemsOf } from "./validate-workflow.ts";

const root = resolve(import.meta.dirname, "../../..");
const { scripts, packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly packageManager: string;
};
const workflows = readWorkflows(root);

/** A job of a workflow, with nothing in it where there is none. */
const job = (file: string, name: string): Job =>
  workflows.find((workflow) => workflow.file === `${file}.yml`)?.jobs[name] ?? { steps: [] };
const triggers = (file: string): readonly string[] =>
  Object.keys(workflows.find((workflow) => workflow.file === `${file}.yml`)?.on ?? {});

test("these are the workflows", () => {
  expect(workflows.map(({ file }) => file)).toEqual([
    "comment.yml",
    "regenerate.yml",
    "release.yml",
    "test.yml",
  ]);
});

/** What of a command line is not to be found in the repository. */
function unknown(line: string): readonly string[] {
  const [, version, script = "install"] = /npx --yes (\S+) (\S+)/u.exec(line) ?? [];
  const [program] = /\.ci\/run|tools\/\S+\.ts/u.exec(line) ?? [];
  return [
    line.includes("pnpm") && version !== packageManager ? `${line}: not ${packageManager}` : "",
    script !== "install" && !(script in scripts) ? `${line}: no script ${script}` : "",
    program !== undefined && !existsSync(join(root, program)) ? `${line}: no ${program}` : "",
    // What is longer belongs into a program that is tested.
    line.trim().includes("\n") ? `${line}: several lines` : "",
    // A value of the event in a command line would be run as a part of it.
    line.includes("${{") ? `${line}: an expression` : "",
  ].filter((problem) => problem !== "");
}

describe.each(workflows)("$file", (workflow: Workflow) => {
  const jobs = Object.values(workflow.jobs);
  const steps = stepsOf(workflow);

  test("GitHub understands it, its expressions included", async () => {
    expect(await problemsOf(workflow.file, workflow.text)).toEqual([]);
  });

  test("every action is pinned to a commit, with its version beside it", () => {
    const uses = workflow.text.split("\n").filter((line) => /^\s*(?:- )?uses:/u.test(line));
    expect(uses).toHaveLength(steps.filter((step) => step.uses).length);
    const pinned = /uses: [\w.-]+\/[\w./-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/u;
    expect(uses.filter((line) => !pinned.test(line))).toEqual([]);
  });

  test("nothing is allowed but what a job says it needs", () => {
    expect(workflow.permissions).toEqual({});
    expect(jobs.filter(({ permissions }) => permissions === undefined)).toEqual([]);
  });

  test("every job ends by itself, and runs do not overtake each other", () => {
    expect(workflow.concurrency).toBeDefined();
    expect(jobs.filter((one) => !((one["timeout-minutes"] ?? Infinity) <= 30))).toEqual([]);
  });

  test("every command is a line, and of the repository", () => {
    expect(commandsOf(steps).flatMap(unknown)).toEqual([]);
  });

  test("no checkout leaves a token in the clone", () => {
    const kept = inputsOf(steps, "actions/checkout").map((input) => input["persist-credentials"]);
    expect(new Set(kept)).toEqual(new Set([false]));
  });
});

test("what GitHub would not understand is found", async () => {
  const { text = "" } = workflows.find(({ file }) => file === "release.yml") ?? {};
  const wrong = text
    .replace("timeout-minutes", "timeout-minute")
    .replace("needs.mode.outputs", "neds.mode.outputs")
    .replace("[pack, prove]", "[pack, none]");
  // By another name: what was read once is kept by its name.
  expect((await problemsOf("wrong.yml", wrong)).toSorted()).toEqual([
    expect.stringMatching(/^wrong\.yml:\d+: Job 'publish' depends on unknown job 'none'/u),
    expect.stringMatching(/^wrong\.yml:\d+: Value 'none' is not valid/u),
    expect.stringMatching(/^wrong\.yml:\d+: Unexpected value 'timeout-minute'/u),
    expect.stringMatching(/^wrong\.yml:\d+: Unrecognized named-value: 'neds'/u),
  ]);
});

test("a command that the repository does not know is found", () => {
  expect(unknown(`npx --yes ${packageManager} test`)).toEqual([]);
  expect(unknown("npx --yes pnpm@1.0.0 test")).toEqual([`npx --yes pnpm@1.0.0 test: not ${packageManager}`]);
  expect(unknown(`npx --yes ${packageManager} tset`)).toEqual([
    `npx --yes ${packageManager} tset: no script tset`,
  ]);
  expect(unknown("node tools/none.ts ${{ github.ref }}")).toHaveLength(2);
});

test("a pull request can only read, and its secrets are those of the cache, which are of no use apart", () => {
  expect(triggers("test")).toEqual(["pull_request", "push"]);
  for (const name of ["test", "changes"]) expect(job("test", name).permissions).toEqual({ contents: "read" });
  const { text = "" } = workflows.find(({ file }) => file === "test.yml") ?? {};
  expect([...text.matchAll(/secrets\.(\w+)/gu)].map(([, name]) => name)).toEqual([
    "TURBO_TOKEN",
    "TURBO_REMOTE_CACHE_SIGNATURE_KEY",
  ]);
  expect(job("test", "test").env?.["TURBO_CACHE"]).toContain("'pull_request' && 'local:rw,remote:r'");
});

test("no workflow runs the code of a pull request with more rights than that has", () => {
  expect(workflows.filter(({ on }) => "pull_request_target" in on)).toEqual([]);
  expect(triggers("comment")).toEqual(["workflow_run"]);
  const { steps } = job("comment", "comment");
  expect(inputsOf(steps, "actions/checkout")).toEqual([{ "persist-credentials": false }]);
  expect(inputsOf(steps, "actions/download-artifact")).toMatchObject([
    { path: "${{ runner.temp }}/changes" },
  ]);
});

test("every setting that a workflow reads is in the table of CONTRIBUTING.md", () => {
  const table = readFileSync(join(root, "CONTRIBUTING.md"), "utf8");
  const read = workflows.flatMap(({ text }) => [...text.matchAll(/(?:secrets|vars)\.(?<name>\w+)/gu)]);
  const names = new Set(read.map(({ groups }) => `\`${groups?.["name"]}\``));
  const rows = table
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .join("\n");
  expect([...names].filter((name) => !rows.includes(name))).toEqual([]);
});

test("history is there wherever it is asked", () => {
  const asks = /\.ci\/run|pnpm\S* changes|release:/u;
  const without = workflows.flatMap(({ file, jobs }) =>
    Object.entries(jobs)
      .filter(([, { steps }]) => commandsOf(steps).some((line) => asks.test(line)))
      .filter(([, { steps }]) => inputsOf(steps, "actions/checkout")[0]?.["fetch-depth"] !== 0)
      .map(([name]) => `${file}, ${name}`),
  );
  expect(without).toEqual([]);
});

test("the tarballs that are packed are proven, then published by the one job that npm trusts", () => {
  const { jobs = {} } = workflows.find(({ file }) => file === "release.yml") ?? {};
  const trusted = Object.entries(jobs).filter(([, { permissions }]) => permissions?.["id-token"]);
  expect(trusted.map(([name]) => name)).toEqual(["publish"]);
  expect(jobs["publish"]).toMatchObject({ needs: ["pack", "prove"], environment: "npm" });
  expect(jobs["prove"]).toMatchObject({ needs: "pack", permissions: { contents: "read" } });
  for (const name of ["prove", "publish"])
    expect(inputsOf(jobs[name]?.steps ?? [], "actions/download-artifact")).toEqual([
      { "artifact-ids": "${{ needs.pack.outputs.artifact }}", path: ".release" },
    ]);
  expect(inputsOf(jobs["pack"]?.steps ?? [], "actions/upload-artifact")).toMatchObject([
    { path: ".release", "include-hidden-files": true },
  ]);
  expect(jobs["publish"]?.steps.at(-1)).toMatchObject({
    with: { script: `npx --yes ${packageManager} release:publish` },
    env: { PNPM_CONFIG_PROVENANCE: "true" },
  });
});

test("what is released comes out of no cache", () => {
  const release = workflows.filter(({ file }) => file === "release.yml");
  expect(release.map(({ text }) => /actions\/cache@|TURBO_/u.test(text))).toEqual([false]);
  const caches = inputsOf(release.flatMap(stepsOf), "actions/setup-node").map(
    (input) => input["package-manager-cache"],
  );
  expect(new Set(caches)).toEqual(new Set([false]));
});
