/** The files of a program as the compiler asks for them: ours from memory, everything else from the disk. */
export interface FileAccess {
  readFile(path: string): string | null | undefined;
  fileExists(path: string): boolean | undefined;
  directoryExists(path: string): boolean | undefined;
  getAccessibleEntries(path: string): { files: string[]; directories: string[] } | undefined;
  realpath(path: string): string | undefined;
}

/**
 * Files below `root` that exist in memory alone; nothing of that folder is looked for on the disk.
 *
 * @param files - Text by absolute path, all of them below `root`.
 */
export function filesInMemory(root: string, files: ReadonlyMap<string, string>): FileAccess {
  const folders = new Map<string, { files: Set<string>; directories: Set<string> }>();
  for (const file of files.keys()) {
    let path = file;
    while (path.length > root.length) {
      const folder = path.slice(0, path.lastIndexOf("/"));
      const entries = folders.get(folder) ?? { files: new Set(), directories: new Set() };
      (path === file ? entries.files : entries.directories).add(path.slice(folder.length + 1));
      folders.set(folder, entries);
      path = folder;
    }
  }
  // Undefined sends the compiler to the disk.
  const ours = <T>(path: string, answer: () => T): T | undefined =>
    path === root || path.startsWith(`${root}/`) ? answer() : undefined;
  return {
    readFile: (path) => ours(path, () => files.get(path) ?? null),
    fileExists: (path) => ours(path, () => files.has(path)),
    directoryExists: (path) => ours(path, () => folders.has(path)),
    getAccessibleEntries: (path) =>
      ours(path, () => ({
        files: [...(folders.get(path)?.files ?? [])],
        directories: [...(folders.get(path)?.directories ?? [])],
      })),
    realpath: (path) => ours(path, () => path),
  };
}
