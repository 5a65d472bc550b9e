import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { parse, stringify } from "yaml";
import { schemaOf } from "./emit-whole.ts";
import type { GeneratedFile } from "../src/emit/target.ts";
import { emitClient } from "../src/emit/typescript/client.ts";
import { emitFetchClient } from "../src/emit/typescript/fetch-client.ts";
import { emitFunctions, emitIndex } from "../src/emit/typescript/index.ts";
import { emitMock } from "../src/emit/typescript/mock.ts";
import { emitMockTypeTest } from "../src/emit/typescript/mock-test.ts";
import { emitModels } from "../src/emit/typescript/models.ts";
import { emitOperations } from "../src/emit/typescript/operations.ts";
import { emitTypeTest } from "../src/emit/typescript/type-test.ts";
import { emitWebhooks, hasWebhooks } from "../src/emit/typescript/webhooks.ts";
import { load } from "../src/load/index.ts";
import { read } from "../src/read/index.ts";
import { formatFiles } from "../src/write/format.ts";
import { workspace } from "./emit-api.ts";
import { compile } from "./emit-compile.ts";

// The compiler takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/**
 * Each case is a fragment of a document, `golden/<case>.yaml`, and beside it the TypeScript it becomes, `<case>.md`.
 * Its first line says which files are shown; all are compiled. After a change that is meant: `vitest run -u`.
 */
const folder = join(import.meta.dirname, "golden");
const temporary = mkdtempSync(join(tmpdir(), "keysmith-golden-"));
afterAll(() => rmSync(temporary, { recursive: true }));

const cases = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => name.slice(0, -".yaml".length));
const packages = new Map<string, readonly GeneratedFile[]>();
for (const name of cases) packages.set(name, await packageOf(name));

describe.each(cases)("%s", (name) => {
  test("becomes what is written beside it", async () => {
    await expect(await page(name)).toMatchFileSnapshot(join(folder, `${name}.md`));
  });
});

test("all of it compiles, and the types equal openapi-typescript's", () => {
  const files = [...packages].flatMap(([name, printed]) =>
    printed.map(({ path, text }) => ({ path: `${name}/${path}`, text })),
  );
  expect(compile(files)).toEqual([]);
});

/** The files a case shows, as a reader wants them: formatted, on one page. */
async function page(name: string): Promise<string> {
  const shown = /^# Shows: (.*)/.exec(fragment(name))?.[1]?.split(", ") ?? [];
  const blocks = shown.map((file) => {
    const text = packages.get(name)?.find(({ path }) => path.endsWith(`/${file}`))?.text ?? "";
    return `\`${file}\`\n\n\`\`\`ts\n${text}\`\`\`\n`;
  });
  const [formatted] = await formatFiles([{ path: "page.md", text: `# ${name}\n\n${blocks.join("\n")}` }]);
  return formatted?.text ?? "";
}

async function packageOf(name: string): Promise<readonly GeneratedFile[]> {
  const source = await load(completed(name));
  const api = read(source, name);
  return formatFiles([
    { path: "src/models.ts", text: emitModels(api, workspace) },
    ...(hasWebhooks(api) ? [{ path: "src/webhooks.ts", text: emitWebhooks(api, workspace) }] : []),
    { path: "src/operations.ts", text: emitOperations(api, workspace) },
    { path: "src/mock.ts", text: emitMock(api, workspace) },
    { path: "src/client.ts", text: emitClient(api, workspace) },
    { path: "src/fetch-client.ts", text: emitFetchClient(api, workspace) },
    { path: "src/functions.ts", text: emitFunctions(api, workspace) },
    { path: "src/index.ts", text: emitIndex(api, workspace) },
    { path: "src/schema.ts", text: schemaOf(source.document) },
    { path: "test/types.test-d.ts", text: emitTypeTest(api, workspace) },
    ...(api.operations.length === 0
      ? []
      : [{ path: "test/mock.test-d.ts", text: emitMockTypeTest(api, workspace) }]),
  ]);
}

/** The fragment as a whole document on disk. */
function completed(name: string): string {
  const given: unknown = parse(fragment(name));
  const frame = {
    openapi: "3.1.1",
    info: { title: "Sample API", version: "1.0" },
    servers: [{ url: "https://api.example.com" }],
    paths: {},
  };
  const file = join(temporary, `${name}.yaml`);
  writeFileSync(file, stringify(Object.assign(frame, given)));
  return file;
}

function fragment(name: string): string {
  return readFileSync(join(folder, `${name}.yaml`), "utf8");
}
