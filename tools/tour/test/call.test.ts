import { findWorkspace } from "@keysmith/generator";
import { startMock } from "@keysmith/mock";
import { expect, onTestFinished, test } from "vitest";
import { callOperation } from "../src/call.ts";
import { loadProviders, type ProviderClient } from "../src/provider.ts";

const workspace = findWorkspace(import.meta.dirname);
if (!workspace) throw new Error("The tour runs inside the workspace.");
const [provider] = await loadProviders({
  ...workspace,
  packages: new Map([...workspace.packages].slice(0, 1)),
});
if (!provider) throw new Error("There is no generated package.");
const { api, create, name } = provider;
const [operation] = api.operations;
if (!operation) throw new Error(`${name} has no operation.`);

const auth = Object.fromEntries(api.schemes.map((scheme) => [scheme.name, "any"]));

async function clientOfMock(): Promise<ProviderClient> {
  const mock = await startMock({ provider: name });
  onTestFinished(() => mock.close());
  return create({ baseUrl: mock.url, auth });
}

test("an answered call passes, with its status and what came back", async () => {
  const stop = await callOperation(await clientOfMock(), api, operation);
  expect(stop).toMatchObject({ passed: true, status: 200, result: expect.stringContaining("{ ") });
});

test("a paged list is walked to its end", async () => {
  const paged = api.operations.find((one) => one.pagination);
  if (!paged) throw new Error(`${name} has no paged operation.`);
  const stop = await callOperation(await clientOfMock(), api, paged);
  expect(stop).toMatchObject({ passed: true, result: "2 items walked" });
});

test("an error of the API fails, with its status", async () => {
  const client = await clientOfMock();
  const refused: ProviderClient = {
    [operation.name]: (args, options) =>
      client[operation.name]?.(args, { ...options, headers: { Prefer: "code=403" } }) as never,
  };
  const stop = await callOperation(refused, api, operation);
  expect(stop).toMatchObject({ passed: false, status: 403 });
});

test("a server that is not there fails, without a status", async () => {
  const client = create({ baseUrl: "http://127.0.0.1:1", auth });
  const stop = await callOperation(client, api, operation);
  expect(stop).toMatchObject({ passed: false, status: undefined });
});

test("a status nobody documented fails, though the call succeeded", async () => {
  const undocumented = {
    ...operation,
    responses: operation.responses.filter(({ status }) => status !== 200),
  };
  const stop = await callOperation(await clientOfMock(), api, undocumented);
  expect(stop).toMatchObject({ passed: false, status: 200 });
});

test("a missing method fails, and says so", async () => {
  const stop = await callOperation({}, api, operation);
  expect(stop).toMatchObject({ passed: false, result: `the client has no method ${operation.name}` });
});
