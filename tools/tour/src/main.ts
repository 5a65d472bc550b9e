import { findWorkspace } from "@keysmith/generator";
import { startMock } from "@keysmith/mock";
import ora from "ora";
import { callOperation } from "./call.ts";
import { loadProviders, type Provider } from "./provider.ts";
import { printTable, type Row } from "./table.ts";

/** `pnpm start`: every operation of every built client, called through its public API against a mock of its document. */

const workspace = findWorkspace(import.meta.dirname);
if (!workspace) throw new Error("The tour runs inside the workspace.");

const providers = await loadProviders(workspace);
const total = providers.reduce((sum, { api }) => sum + api.operations.length, 0);
const progress = ora(`Starting ${providers.length} mocks`).start();
const mocks = await Promise.all(providers.map(({ name }) => startMock({ provider: name })));
const rows: Row[] = [];

for (const [index, provider] of providers.entries()) await visit(provider, mocks[index]?.url ?? "");

progress.stop();
await Promise.all(mocks.map((mock) => mock.close()));
printTable(rows);
const passed = rows.filter(({ stop }) => stop.passed).length;
process.stdout.write(`${passed} passed, ${total - passed} failed\n`);
process.exitCode = passed === total && total > 0 ? 0 : 1;

async function visit({ name, api, create }: Provider, baseUrl: string): Promise<void> {
  // With the colon that user and password need.
  const auth = Object.fromEntries(api.schemes.map((scheme) => [scheme.name, "any:credential-will-do"]));
  const client = create({ baseUrl, auth });
  for (const operation of api.operations) {
    progress.text = `${rows.length + 1}/${total}  ${name}.${operation.name}`;
    rows.push({ provider: name, stop: await callOperation(client, api, operation) });
  }
}
