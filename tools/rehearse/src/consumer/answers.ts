import { join } from "node:path";
import type { Consumer, Trial } from "./consumer.ts";
import { type NodeVersion, nodesOf } from "./nodes.ts";
import { runProgram, startMocks } from "./mocks.ts";

/** As a module and through `require`, on every Node.js there is, against served mocks; and with mocks in process. */
export async function requireAnswers(
  { stages, env, signal }: Consumer,
  trial: Trial,
  title: string,
): Promise<void> {
  const { project, providers } = trial;
  const nodes = await nodesOf(env, signal);
  const name = `${title}: its calls are answered on Node.js ${nodes.map(({ version }) => version).join(" and ")}`;
  await stages.run(name, async (note) => {
    const mocks = await startMocks(project, providers, env, signal);
    try {
      const runs = nodes.flatMap((node) => filesOn(node).map((file) => ({ node, file })));
      const counts = await Promise.all(
        runs.map(async ({ node, file }) => {
          const args = [JSON.stringify(mocks.urls)];
          return countOf(
            await runProgram(node.file, { project, file: join("dist", file), args }, env, signal),
            providers,
          );
        }),
      );
      note(`${counts.reduce((sum, count) => sum + count, 0)} calls`);
    } finally {
      await mocks.stop();
    }
  });
}

/** The mocks need the Node.js that runs this; the clients run on older ones. */
function filesOn({ own }: NodeVersion): readonly string[] {
  const overHttp = ["over-http.mjs", "over-http.cjs"];
  return own ? [...overHttp, "in-process.mjs", "in-process.cjs"] : overHttp;
}

/** How many calls a program says it made; it must have made some of every provider. */
export function countOf(printed: string, providers: readonly string[]): number {
  const counts = providers.map((name) =>
    Number(new RegExp(`^${name} (\\d+) calls$`, "m").exec(printed)?.[1] ?? 0),
  );
  if (counts.includes(0)) throw new Error(`A program did not call every provider. It printed:\n${printed}`);
  return counts.reduce((sum, count) => sum + count, 0);
}
