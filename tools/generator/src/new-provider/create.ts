import { existsSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { UsageError } from "../order.ts";
import { packageManager } from "../workspace/package-manager.ts";
import { Refusal } from "../workspace/refusal.ts";
import { findWorkspace, type Workspace } from "../workspace/workspace.ts";
import { readCredential } from "./credential.ts";
import { demandFreeName, demandName } from "./name.ts";
import { readServer } from "./server.ts";
import { skeleton } from "./skeleton.ts";

/** What the command line says of the document. */
export interface Wanted {
  readonly title?: string;
  readonly server?: string;
  readonly auth: string;
}

export interface Creation {
  readonly name: string;
  readonly wanted: Wanted;
  /** Write nothing, answer with the document. */
  readonly dryRun: boolean;
  readonly from: string;
}

/**
 * Writes the document of a new provider.
 *
 * @returns What to tell: the document itself where nothing is to be written, else where it is and what comes next.
 * @throws {UsageError} The arguments cannot be used.
 * @throws {Refusal} The name is taken, or means something else already.
 */
export async function createProvider({ name, wanted, dryRun, from }: Creation): Promise<string> {
  const workspace = findWorkspace(from);
  if (!workspace)
    throw new UsageError(
      `No workspace around ${from}: expected a folder with pnpm-workspace.yaml and specs. Providers live there only.`,
    );
  demandName(name);
  const title = readTitle(wanted.title);
  const server = readServer(wanted.server);
  const scheme = readCredential(wanted.auth, name);
  demandFreeName(name, workspace);
  const text = await skeleton({ name, title, server, scheme });
  if (dryRun) return text;
  const file = join(workspace.root, "specs", `${name}.yaml`);
  write(file, text);
  return next(name, relative(from, file), workspace);
}

function readTitle(title: string | undefined): string | undefined {
  if (title === undefined) return undefined;
  const trimmed = title.trim();
  if (trimmed === "" || /\p{Cc}/u.test(trimmed))
    throw new UsageError(
      `--title: expected words on one line, such as "Acme Cloud API", found ${JSON.stringify(title)}.`,
    );
  return trimmed;
}

/** Never over a document: another run may have written it since the name was found free. */
function write(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: "wx" });
  } catch (error) {
    if (!existsSync(file)) throw error;
    throw new Refusal(`${file} is there already, and is not written over. Choose another name, or edit it.`);
  }
}

function next(name: string, file: string, { root }: Workspace): string {
  const pnpm = packageManager(root);
  const steps = (commands: readonly (readonly [string, string])[]): string => {
    const width = Math.max(...commands.map(([command]) => command.length));
    return commands.map(([command, why]) => `  ${pnpm} ${command.padEnd(width)}  # ${why}\n`).join("");
  };
  return `${file} written. It passes every check as it stands, and is true of nothing yet. Next:

${steps([
  [`generate ${name}`, `makes packages/${name}, and a row in README.md`],
  ["install --no-frozen-lockfile", "links it, and enters it in pnpm-lock.yaml"],
  [`contract ${name} --update`, "proves it, and writes down what is proven"],
])}
Then replace what the comments with FILL IN stand above; specs/README.md says how. While you edit:

${steps([
  ["generate --watch", "makes the package again at every save"],
  ["lint:specs", "until it is clean"],
  ["test", "everything that can fail"],
])}
Commit the document, the package, README.md and pnpm-lock.yaml together.
`;
}
