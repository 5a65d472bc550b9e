import { join, resolve, sep } from "node:path";
import type { Order } from "./generate.ts";
import { standaloneJob, workspaceJob } from "./workspace/job.ts";
import { orphansOf } from "./workspace/orphan.ts";
import { findWorkspace } from "./workspace/workspace.ts";

/** The command line, parsed. */
export interface Request {
  readonly providers: readonly string[];
  readonly check: boolean;
  readonly watch: boolean;
  readonly spec: string | undefined;
  readonly out: string | undefined;
  readonly name: string | undefined;
  /** Only the table of providers in the README. */
  readonly readme: boolean;
  /** File for everything found in the documents. */
  readonly report: string | undefined;
}

/** The command line asks for something that does not exist or does not go together; exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Turns the command line into packages to make and packages to remove, as the disk stands now. */
export function takeOrder(request: Request, from: string): Order {
  if (request.check && request.watch)
    throw new UsageError("--watch writes and --check does not: choose one.");
  const order =
    request.spec === undefined && request.out === undefined
      ? workspaceOrder(request, from)
      : standaloneOrder(request);
  refuseToReportInto(order, request, from);
  return order;
}

/** A slip of the tab key must not cost a document, or a printed file. */
function refuseToReportInto({ jobs }: Order, { report }: Request, from: string): void {
  if (report === undefined) return;
  const file = resolve(from, report);
  if (jobs.some(({ spec }) => resolve(from, spec) === file))
    throw new UsageError(`--report writes its file anew, and ${report} is a document: name another file.`);
  if (jobs.some(({ folder }) => file.startsWith(resolve(from, folder) + sep)))
    throw new UsageError(
      `--report writes its file anew, and ${report} is in a package: name a file elsewhere.`,
    );
}

const NPM_NAME = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;

function standaloneOrder({ spec, out, name, providers, check, readme }: Request): Order {
  if (readme) throw new UsageError("--readme is of the workspace; --spec FILE and --out DIR are of none.");
  if (spec === undefined || out === undefined) {
    throw new UsageError(
      "--spec FILE and --out DIR go together: one says what to read, the other where to print.",
    );
  }
  if (providers.length > 0) {
    throw new UsageError(`--spec makes one package of one document; leave out ${providers.join(", ")}.`);
  }
  if (name !== undefined && !NPM_NAME.test(name)) {
    throw new UsageError(
      `--name: expected a name that npm accepts, such as pet-client or @acme/pet-client, found "${name}".`,
    );
  }
  return { jobs: [standaloneJob(spec, out, name)], orphans: [], check, catalogue: undefined };
}

function workspaceOrder({ providers, check, name, readme }: Request, from: string): Order {
  if (name !== undefined) throw new UsageError("--name goes with --spec FILE and --out DIR.");
  if (readme && providers.length > 0)
    throw new UsageError(`--readme makes the list of all providers; leave out ${providers.join(", ")}.`);
  const workspace = findWorkspace(from);
  if (!workspace) {
    throw new UsageError(
      `No workspace around ${from}: expected a folder with pnpm-workspace.yaml and specs. Elsewhere, give --spec FILE and --out DIR.`,
    );
  }
  const unknown = providers.filter((one) => !workspace.specs.has(one) && !workspace.packages.has(one));
  if (unknown.length > 0) {
    throw new UsageError(`No specs/${unknown[0]}.yaml. Known: ${[...workspace.specs.keys()].join(", ")}.`);
  }
  const wanted = (one: string): boolean => providers.length === 0 || providers.includes(one);
  return {
    jobs: [...workspace.specs]
      .filter(([one]) => !readme && wanted(one))
      .map(([one, spec]) => workspaceJob(workspace, one, spec)),
    orphans: readme ? [] : orphansOf(workspace).filter((orphan) => wanted(orphan.name)),
    check,
    // A package's own script, which runs beside those of the others, leaves the file they share alone.
    catalogue: resolve(from).startsWith(join(workspace.root, "packages") + sep) ? undefined : workspace.root,
  };
}
