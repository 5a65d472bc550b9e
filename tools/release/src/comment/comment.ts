/** What a comment is written with; on GitHub Actions all of it is in the environment. */
export interface CommentTarget {
  /** `GITHUB_API_URL`. */
  readonly api: string;
  /** `GITHUB_REPOSITORY`: owner and name. */
  readonly repository: string;
  readonly token: string;
}

/** The run whose pull request is commented, as the event `workflow_run` tells of it. */
export interface Run {
  readonly head_sha: string;
  readonly head_branch: string;
  readonly head_repository: { readonly owner: { readonly login: string } };
}

/** Marks the comment as ours, so that the next run finds it. `pnpm changes --markdown` begins with it. */
const MARKER = "<!-- keysmith changes -->";
/** GitHub takes 65,536 characters. */
const LONGEST = 60_000;

/**
 * Puts a text under the pull request of a run: into the comment of the last time, where there is one.
 *
 * The text comes from a pull request that anybody may have opened. It is shown, nothing else: which pull request it
 * belongs to is asked of GitHub, not of the text.
 *
 * @returns What was done, in a line.
 * @throws Error when GitHub does not do what it is asked for.
 */
export async function comment(text: string, run: Run, target: CommentTarget): Promise<string> {
  const number = await pullRequestOf(run, target);
  if (number === undefined)
    return `No open pull request has ${run.head_sha} as its newest commit: nothing to comment.`;
  // A text without it is marked all the same: it comes from somebody else's code.
  const body = readable(text.startsWith(MARKER) ? text : `${MARKER}\n${text}`);
  const existing = await ownComment(number, target);
  if (existing === undefined) {
    await github(target, "POST", `issues/${number}/comments`, { body });
    return `Commented on #${number}.`;
  }
  await github(target, "PATCH", `issues/comments/${existing}`, { body });
  return `Brought the comment on #${number} up to date.`;
}

async function pullRequestOf(run: Run, target: CommentTarget): Promise<number | undefined> {
  const head = encodeURIComponent(`${run.head_repository.owner.login}:${run.head_branch}`);
  const found = await github<readonly { readonly number: number; readonly head: { readonly sha: string } }[]>(
    target,
    "GET",
    `pulls?state=open&head=${head}&per_page=100`,
  );
  // A newer commit has a run of its own, which knows better.
  return found.find((pull) => pull.head.sha === run.head_sha)?.number;
}

async function ownComment(number: number, target: CommentTarget): Promise<number | undefined> {
  for (let page = 1; ; page += 1) {
    const comments = await github<
      readonly { readonly id: number; readonly body: string; readonly user: { readonly type: string } }[]
    >(target, "GET", `issues/${number}/comments?per_page=100&page=${page}`);
    // Of a person, the marker would be a copy, and may not be edited.
    const own = comments.find(({ body, user }) => user.type === "Bot" && body.startsWith(MARKER));
    if (own !== undefined) return own.id;
    if (comments.length < 100) return undefined;
  }
}

/** Within GitHub's limit, and without waking anybody up: a name with an at sign sends that person a message. */
function readable(text: string): string {
  const quiet = text.replaceAll(/@(?=[a-z\d])/giu, "@\u200B");
  return quiet.length <= LONGEST
    ? quiet
    : `${quiet.slice(0, LONGEST)}\n\n…and more: see the summary of the run.`;
}

async function github<Answer>(
  { api, repository, token }: CommentTarget,
  method: string,
  path: string,
  body?: object,
): Promise<Answer> {
  const response = await fetch(`${api}/repos/${repository}/${path}`, {
    method,
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${token}`,
      "x-github-api-version": "2022-11-28",
      ...(body && { "content-type": "application/json" }),
    },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok)
    throw new Error(
      `GitHub answered ${response.status} to ${method} ${path}: ${(await response.text()).slice(0, 500)}`,
    );
  return (await response.json()) as Answer;
}
