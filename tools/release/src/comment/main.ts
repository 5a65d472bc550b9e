import { lstatSync, readFileSync } from "node:fs";
import { comment, type Run } from "./comment.ts";

/**
 * `node tools/release/src/comment/main.ts FILE`, in a workflow that another one's end has started: puts the text of the
 * file under the pull request. Uses nothing but Node.js, so that nothing is installed where there is a token that writes.
 */

const file = process.argv[2] ?? "";
// Not a link: whoever made it chose where it leads, and what is read is published.
if (lstatSync(file, { throwIfNoEntry: false })?.isFile() === true) {
  const event = JSON.parse(readFileSync(demand("GITHUB_EVENT_PATH"), "utf8")) as {
    readonly workflow_run: Run;
  };
  const target = {
    api: demand("GITHUB_API_URL"),
    repository: demand("GITHUB_REPOSITORY"),
    token: demand("GITHUB_TOKEN"),
  };
  process.stdout.write(`${await comment(readFileSync(file, "utf8"), event.workflow_run, target)}\n`);
} else process.stdout.write("The run left no table of changes: nothing to comment.\n");

function demand(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: this runs in GitHub Actions, see comment.yml.`);
  return value;
}
