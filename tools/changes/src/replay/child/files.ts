/** `node:fs/promises` for examples: any file holds a secret. */
export * from "node:fs/promises";

export async function readFile(): Promise<string> {
  return "replay\n";
}
