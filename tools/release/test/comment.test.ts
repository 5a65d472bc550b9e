import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { comment, type CommentTarget } from "../src/comment/comment.ts";

interface Comment {
  readonly id: number;
  body: string;
  readonly user: { readonly type: string };
}

const run = { head_sha: "abc", head_branch: "more pets", head_repository: { owner: { login: "somebody" } } };
let server: Server;
let target: CommentTarget;
let comments: Comment[];
let pulls: { readonly number: number; readonly head: { readonly sha: string } }[];
let asked: string[];
let allowed: boolean;

beforeEach(async () => {
  comments = [];
  pulls = [
    { number: 6, head: { sha: "older" } },
    { number: 7, head: { sha: "abc" } },
  ];
  asked = [];
  allowed = true;
  // The little of GitHub's API that is used.
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
    asked.push(`${request.method} ${decodeURIComponent(request.url ?? "")}`);
    let text = "";
    request.on("data", (chunk: Buffer) => (text += chunk.toString()));
    request.on("end", () => {
      const may = allowed && request.headers.authorization === "Bearer token";
      response.writeHead(may ? 200 : 403, { "content-type": "application/json" });
      const body = text === "" ? "" : (JSON.parse(text) as { body: string }).body;
      if (!may) response.end('{"message":"no"}');
      else if (pathname.endsWith("/pulls")) response.end(JSON.stringify(pulls));
      else if (request.method === "POST") {
        comments.push({ id: comments.length + 1, body, user: { type: "Bot" } });
        response.end("{}");
      } else if (request.method === "PATCH") {
        const found = comments.find(({ id }) => id === Number(pathname.split("/").at(-1)));
        if (found) found.body = body;
        response.end("{}");
      } else {
        const page = Number(searchParams.get("page"));
        response.end(JSON.stringify(comments.slice((page - 1) * 100, page * 100)));
      }
    });
  });
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  target = { api, repository: "shop/shop", token: "token" };
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

test("the pull request is found by branch and commit, and commented once, then kept up to date", async () => {
  expect(await comment("One", run, target)).toBe("Commented on #7.");
  expect(asked[0]).toBe("GET /repos/shop/shop/pulls?state=open&head=somebody:more pets&per_page=100");
  expect(asked).toContain("POST /repos/shop/shop/issues/7/comments");
  expect(await comment("Two", run, target)).toBe("Brought the comment on #7 up to date.");
  expect(comments.map(({ body }) => body)).toEqual(["<!-- keysmith changes -->\nTwo"]);
});

test("a text that has the mark already, as `pnpm changes --markdown` prints it, gets no second one", async () => {
  await comment("<!-- keysmith changes -->\nOne", run, target);
  expect(comments.map(({ body }) => body)).toEqual(["<!-- keysmith changes -->\nOne"]);
});

test("a person's copy of the comment stays, and ours is found behind a hundred others", async () => {
  for (let id = 1; id <= 120; id += 1)
    comments.push({ id, body: "<!-- keysmith changes -->\nmine", user: { type: "User" } });
  await comment("One", run, target);
  await comment("Two", run, target);
  expect(comments).toHaveLength(121);
  expect(comments.at(-1)?.body).toContain("Two");
});

test("a pull request that has moved on, or is closed, is left alone", async () => {
  pulls = [{ number: 7, head: { sha: "newer" } }];
  expect(await comment("One", run, target)).toBe(
    "No open pull request has abc as its newest commit: nothing to comment.",
  );
  expect(comments).toEqual([]);
});

test("a text can neither call people nor be too long", async () => {
  await comment(`Hello @octocat, see me@example.com. ${"x".repeat(70_000)}`, run, target);
  expect(comments[0]?.body).not.toMatch(/@\w/u);
  expect(comments[0]?.body.length).toBeLessThan(65_536);
});

test("what GitHub refuses is an error with its words", async () => {
  allowed = false;
  await expect(comment("One", run, target)).rejects.toThrow(/^GitHub answered 403 to GET pulls.*"no"/u);
});

test("the program of the workflow needs Node.js only, and a run without a table is no error", async () => {
  const folder = mkdtempSync(join(tmpdir(), "keysmith comment-"));
  writeFileSync(join(folder, "event.json"), JSON.stringify({ workflow_run: run }));
  writeFileSync(join(folder, "changes.md"), "| table |");
  const program = resolve(import.meta.dirname, "../src/comment/main.ts");
  const env = {
    GITHUB_EVENT_PATH: join(folder, "event.json"),
    GITHUB_API_URL: target.api,
    GITHUB_REPOSITORY: target.repository,
    GITHUB_TOKEN: target.token,
  };
  const say = async (file: string): Promise<string> =>
    (await promisify(execFile)(process.execPath, [program, join(folder, file)], { cwd: folder, env })).stdout;
  expect(await say("changes.md")).toBe("Commented on #7.\n");
  expect(await say("none.md")).toMatch(/^The run left no table/u);
  // What a pull request made may lead to what only this program can read.
  symlinkSync(join(folder, "event.json"), join(folder, "link.md"));
  expect(await say("link.md")).toMatch(/^The run left no table/u);
  rmSync(folder, { recursive: true, force: true });
});
