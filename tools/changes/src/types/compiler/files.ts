/** The files of programs as the compiler asks for them: ours from memory, everything else from the disk. */
export class MemoryFiles {
  readonly #files = new Map<string, string>();
  readonly #folders = new Map<string, { files: Set<string>; directories: Set<string> }>();
  readonly #roots = new Set<string>();

  /**
   * Adds files that exist in memory alone; nothing of their folder is looked for on the disk.
   *
   * @param root - Absolute path of the folder.
   * @param files - Text by absolute path, all of them below `root`.
   */
  add(root: string, files: ReadonlyMap<string, string>): void {
    this.#roots.add(root);
    for (const [file, text] of files) {
      this.#files.set(file, text);
      let path = file;
      while (path.length > root.length) {
        const folder = path.slice(0, path.lastIndexOf("/"));
        const entries = this.#folders.get(folder) ?? { files: new Set(), directories: new Set() };
        (path === file ? entries.files : entries.directories).add(path.slice(folder.length + 1));
        this.#folders.set(folder, entries);
        path = folder;
      }
    }
  }

  /** Forgets what is below a folder. */
  remove(root: string): void {
    this.#roots.delete(root);
    for (const all of [this.#files, this.#folders])
      for (const path of all.keys()) if (isBelow(path, root)) all.delete(path);
  }

  /** As the compiler calls it; undefined sends it to the disk. */
  readonly access = {
    readFile: (path: string) => this.#ours(path, () => this.#files.get(path) ?? null),
    fileExists: (path: string) => this.#ours(path, () => this.#files.has(path)),
    directoryExists: (path: string) => this.#ours(path, () => this.#folders.has(path)),
    getAccessibleEntries: (path: string) =>
      this.#ours(path, () => ({
        files: [...(this.#folders.get(path)?.files ?? [])],
        directories: [...(this.#folders.get(path)?.directories ?? [])],
      })),
    realpath: (path: string) => this.#ours(path, () => path),
  };

  #ours<T>(path: string, answer: () => T): T | undefined {
    for (const root of this.#roots) if (isBelow(path, root)) return answer();
    return undefined;
  }
}

function isBelow(path: string, root: string): boolean {
  return path === root || path.startsWith(`${root}/`);
}
