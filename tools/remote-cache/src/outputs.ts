import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What tasks leave behind and git ignores. */
const OUTPUTS = "{packages,tools}/*/{dist,.report}/**";

/** Holds what tasks made in one clone against what is there in another. */
export function compareOutputs(
  first: string,
  second: string,
): { readonly files: number; readonly differences: readonly string[] } {
  const differences: string[] = [];
  const [made, restored] = [outputsOf(first), outputsOf(second)];
  for (const file of made.filter((each) => !restored.includes(each)))
    differences.push(`${file} was made in the first clone, and is missing in the second.`);
  for (const file of restored.filter((each) => !made.includes(each)))
    differences.push(`${file} is in the second clone, and nothing made it in the first.`);
  for (const file of made.filter((each) => restored.includes(each))) {
    const bytes = readFileSync(join(first, file));
    if (!bytes.equals(readFileSync(join(second, file))))
      differences.push(`${file} differs between the clones.`);
    // A test report names its files in full, and nothing is released of it.
    if (!file.includes(".report") && bytes.includes(first))
      differences.push(`${file} says where it was built: it would be another one elsewhere.`);
  }
  return { files: made.length, differences };
}

function outputsOf(clone: string): string[] {
  return globSync(OUTPUTS, { cwd: clone, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(clone.length + 1))
    .toSorted();
}
