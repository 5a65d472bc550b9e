import { existsSync, globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { UsageError } from "../order.ts";
import { packageTypeName } from "../read/names.ts";
import { pascalCase, slug } from "../read/words.ts";
import { PROVIDER_NAME } from "../workspace/job.ts";
import { Refusal } from "../workspace/refusal.ts";
import { packageNameOf, type Workspace } from "../workspace/workspace.ts";

/** npm takes 214 characters, `@keysmith/` among them; no file or variable should be as long. */
const LONGEST = 64;

/** Windows keeps these for devices, with whatever extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** @throws {UsageError} It cannot be the name of a package. */
export function demandName(name: string): void {
  if (PROVIDER_NAME.test(name) && name.length <= LONGEST) return;
  const better = slug(name.normalize("NFKD").replaceAll(/\p{M}/gu, "")).slice(0, LONGEST).replace(/-$/, "");
  const proposal = better !== name && PROVIDER_NAME.test(better) ? ` Did you mean ${better}?` : "";
  throw new UsageError(
    `"${name}" cannot be a provider's name: it becomes a file, an npm package and the names of functions. Expected lower-case words joined by hyphens (acme, acme-cloud), the first of them beginning with a letter, ${LONGEST} characters at most.${proposal}`,
  );
}

/** @throws {Refusal} The name is somebody's already, or could not be used everywhere. */
export function demandFreeName(name: string, workspace: Workspace): void {
  const { root, specs, packages } = workspace;
  if (specs.has(name)) refuse(`There is a provider ${name} already: specs/${name}.yaml.`);
  if (packages.has(name))
    refuse(`packages/${name} was made of a document that is gone; \`pnpm generate\` removes it.`);
  const npmName = packageNameOf(name);
  const owner = ownerOf(npmName, root);
  if (owner !== undefined) refuse(`${npmName} is the name of ${owner}.`);
  const folder = join(root, "packages", name);
  if (existsSync(folder)) refuse(`packages/${name} is there already, and is no provider's.`);
  if (DEVICE.test(name)) refuse(`Windows has no files named ${name}.yaml: it keeps ${name} for a device.`);
  const wanted = pascalCase(name);
  const typeName = packageTypeName(name);
  if (typeName !== wanted)
    refuse(
      `The client of ${name} would be create${typeName}, as ${wanted} and what is named after it are taken by TypeScript or the runtime.`,
    );
}

function refuse(why: string): never {
  throw new Refusal(`${why} Choose another name; nothing was written.`);
}

/** The folder of the workspace whose package has this npm name. */
function ownerOf(npmName: string, root: string): string | undefined {
  const manifests = globSync("{packages,tools}/*/package.json", { cwd: root }).map((file) =>
    join(root, file),
  );
  const owner = manifests.find(
    (file) => (JSON.parse(readFileSync(file, "utf8")) as { name?: string }).name === npmName,
  );
  return owner === undefined ? undefined : relative(root, join(owner, ".."));
}
