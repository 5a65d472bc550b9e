import { join } from "node:path";
import { findWorkspace, sampleArguments } from "@keysmith/generator";
import { startMock } from "@keysmith/mock";
import { expect, inject, test } from "vitest";
import { credentialFor } from "@keysmith/contract/credential";
import { loadProvider } from "../src/provider.ts";
import { driftsOf, run } from "./run.ts";

/** A mock of the document cannot drift from it. */

const ID = "11111111-1111-4111-8111-111111111111";
const ENTRY = "src/index.ts";

/** What lists take; everything else comes from what they answer. */
const GIVEN: Readonly<Record<string, readonly string[]>> = {
  automox: ["userId=1", "o=2", "getOrganizationApiKeys.id=2"],
  cartovista: ["tenantUrlCode=acme", `UserIdentifier=${ID}`],
  gr4vy: [],
  occam: [],
  turbosmtp: [],
};

function argumentsOf(provider: string): readonly string[] {
  return (GIVEN[provider] ?? []).flatMap((pair) => ["--arg", pair]);
}

function specOf(provider: string): string {
  return join(inject("workspace"), `specs/${provider}.yaml`);
}

test.each(Object.keys(GIVEN))("%s does not drift from its mock", async (provider) => {
  await using mock = await startMock({ spec: specOf(provider) });
  const ran = await run([provider, "--base-url", mock.url, ...argumentsOf(provider)]);
  expect(ran.report?.checks.flatMap(({ operation, check }) => driftsOf(ran, operation, check))).toEqual([]);
  const unchecked = ran.report?.checks.filter(
    ({ method, verdict }) => method === "GET" && verdict !== "same",
  );
  expect(unchecked).toEqual([]);
  expect(ran.report?.counts.same).toBeGreaterThan(1);
  expect(ran.exitCode).toBe(0);
});

test.each(Object.keys(GIVEN))(
  "every operation of %s is verified with --allow-writes, and nothing is left",
  async (provider) => {
    await using mock = await startMock({ spec: specOf(provider), stateful: true });
    const ran = await run([provider, "--base-url", mock.url, "--allow-writes", ...argumentsOf(provider)]);
    expect(ran.report?.checks.filter(({ verdict }) => verdict !== "same")).toEqual([]);
    const { api } = await loadProvider(provider, { entry: ENTRY, workspace: inject("workspace") });
    const all = new Set(api.operations.map(({ id }) => id));
    expect(new Set(ran.report?.checks.map(({ operation }) => operation))).toEqual(all);
    expect(ran.report?.leftBehind).toEqual([]);
    expect(ran.exitCode).toBe(0);
  },
);

const real = findWorkspace(import.meta.dirname);

/** Whatever providers there are, with what their documents say that reads may be called with. */
test.each([...(real?.specs ?? [])])("nor does %s as it is now", async (provider, spec) => {
  const workspace = import.meta.dirname;
  const { api } = await loadProvider(provider, { entry: ENTRY, workspace });
  const reads = api.operations.filter(({ method }) => method === "GET");
  const given = reads.flatMap((operation) =>
    [...sampleArguments(api, operation, "required")].flatMap(([name, value]) => [
      "--arg",
      `${operation.id}.${name}=${typeof value === "string" ? value : JSON.stringify(value)}`,
    ]),
  );
  const environment = Object.fromEntries(
    api.schemes.flatMap((scheme) => (scheme.env === undefined ? [] : [[scheme.env, credentialFor(scheme)]])),
  );
  await using mock = await startMock({ spec, stateful: true });
  const argv = [provider, "--base-url", mock.url, "--allow-writes", ...given];
  const ran = await run(argv, { environment, workspace });
  expect(ran.report?.checks.filter(({ verdict }) => verdict === "drift")).toEqual([]);
  expect(ran.report?.leftBehind).toEqual([]);
  expect(ran.report?.counts.same).toBeGreaterThan(0);
});
