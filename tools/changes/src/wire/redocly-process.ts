/** The process that `redocly.ts` asks: Redocly's command line, loaded once and run for each question. */
import { enableCompileCache } from "node:module";
import { tmpdir } from "node:os";
import { pathToFileURL } from "node:url";
import { answer } from "../process/answer.ts";
import type { Outcome, Run } from "./redocly.ts";

enableCompileCache();
let count = 0;

answer(async ({ command, folder, args }: Run): Promise<Outcome> => {
  const { exit, channel, argv, stderr } = process;
  const write = stderr.write;
  let said = "";
  // Away from any `redocly.yaml`.
  process.chdir(folder);
  process.argv = [process.execPath, command, ...args];
  stderr.write = (text: string | Uint8Array): boolean => {
    said += text.toString();
    return true;
  };
  try {
    const code = await new Promise<unknown>((resolve, reject) => {
      process.exit = ((given: unknown) => {
        channel?.ref();
        resolve(given);
      }) as typeof process.exit;
      // The command says that it is done when nothing else is left to do, so nothing else may be.
      channel?.unref();
      // Another address: the module runs again, what it imports stays loaded.
      import(`${pathToFileURL(command).href}?${++count}`).catch(reject);
    });
    return { code: Number(code ?? 0), said };
  } finally {
    Object.assign(process, { exit, argv });
    stderr.write = write;
    // The folder will be gone.
    process.chdir(tmpdir());
  }
});
