import { objectIds, uncommittedPaths } from "./objects.ts";
import type { Base } from "./base.ts";
import type { Repository } from "./repository.ts";

/** How a provider stands towards its base, as far as git can tell without reading a file. */
export interface Standing {
  readonly name: string;
  readonly base: Base;
  /** `new`: the base has no such package; `same`: nothing that a user compiles or sends differs. */
  readonly state: "new" | "same" | "differs";
}

/** What every client is compiled against. */
const SHARED = ["packages/runtime/src", "packages/mock/src"];

/**
 * Compares providers with their bases by the ids of what is committed, and by what is not: five providers or a hundred,
 * it is two processes of git and no file is read.
 */
export async function standings(
  repository: Repository,
  bases: ReadonlyMap<string, Base>,
): Promise<readonly Standing[]> {
  const { head } = repository;
  const wanted = [...bases].flatMap(([name, { commit }]) => {
    const deciding = decidingPaths(name).flatMap((path) => [`${commit}:${path}`, `${head}:${path}`]);
    return deciding.concat(manifestAt(name, commit));
  });
  const [ids, uncommitted] = await Promise.all([
    objectIds(repository, wanted),
    uncommittedPaths(repository, ["specs", "packages"]),
  ]);
  return [...bases].map(([name, base]) => {
    const { commit } = base;
    if (!ids.has(manifestAt(name, commit))) return { name, base, state: "new" };
    const paths = decidingPaths(name);
    const moved = paths.some((path) => ids.get(`${commit}:${path}`) !== ids.get(`${head}:${path}`));
    const edited = uncommitted.some((file) =>
      paths.some((path) => file === path || file.startsWith(`${path}/`)),
    );
    return { name, base, state: moved || edited ? "differs" : "same" };
  });
}

function manifestAt(name: string, commit: string): string {
  return `${commit}:packages/${name}/package.json`;
}

/** Whatever else differs, nobody who uses the package notices. */
function decidingPaths(name: string): readonly string[] {
  return [
    `specs/${name}.yaml`,
    `specs/${name}`,
    `packages/${name}/openapi.yaml`,
    `packages/${name}/src`,
    ...SHARED,
  ];
}
