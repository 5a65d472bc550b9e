import type { SecurityScheme } from "@keysmith/generator";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { startMock } from "@keysmith/mock";
import { startBench } from "../src/bench.ts";
import { readContract, type Contract } from "../src/contract.ts";
import { formatVerdict, isGreen, type Finding, type Verdict } from "../src/finding.ts";
import { runCell } from "../src/run/run.ts";
import { keysDocument } from "./keys-document.ts";
import { writeTypeTest } from "./type-test.ts";
import { keysPackage, type Sabotage } from "./keys-package.ts";

/** Reads a document as the suite reads a package's `openapi.yaml`. */
export async function contractOf(document: object): Promise<Contract> {
  const folder = await mkdtemp(join(tmpdir(), "contract-"));
  const file = join(folder, "keys.json");
  await writeFile(file, JSON.stringify(document));
  try {
    return await readContract(pathToFileURL(file), "keys");
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Runs the cells of a document, or those of one operation, through a package, healthy or sabotaged. */
export async function verdictsOf(
  sabotage: Sabotage = {},
  {
    document = keysDocument,
    served = document,
    only,
    types,
  }: {
    readonly document?: object;
    /** What the mock serves, where that is another document. */
    readonly served?: object;
    readonly only?: string | undefined;
    /** Changes the type test. Without it, cells of types are left out. */
    readonly types?: (text: string) => string;
  } = {},
): Promise<readonly Verdict[]> {
  const contract = await contractOf(document);
  const { client, exports } = keysPackage(sabotage);
  const subject = {
    spec: new URL("file:///keys.json"),
    name: "keys",
    client,
    package: exports,
    ...(types && { types: await writeTypeTest(contract.cells, types) }),
  };
  const bench = await startBench(subject, contract, await startMock({ spec: served }));
  try {
    const verdicts: Verdict[] = [];
    for (const cell of contract.cells) {
      if (cell.kind === "type" && types === undefined) continue;
      if (only === undefined || cell.operation.id === only) verdicts.push(await runCell(bench, cell));
    }
    return verdicts;
  } finally {
    await bench.close();
  }
}

/** A verdict in words; the document has one line. */
export function textOf(verdict: Verdict): string {
  const schemes: readonly SecurityScheme[] = [
    { name: "id", kind: "apiKey", in: "header", parameter: "X-Id", description: undefined, env: "KEYS_ID" },
    {
      name: "secret",
      kind: "apiKey",
      in: "query",
      parameter: "secret",
      description: undefined,
      env: undefined,
    },
  ];
  return formatVerdict(verdict, { schemes, place: () => "keys.json:1:1" });
}

/** Titles of the red cells, `getKey 404 application/json notFound`. */
export function red(verdicts: readonly Verdict[]): readonly string[] {
  return verdicts
    .filter((verdict) => !isGreen(verdict))
    .map(({ cell }) => `${cell.operation.id} ${cell.title}`);
}

export function findings(verdicts: readonly Verdict[]): readonly Finding[] {
  return verdicts.flatMap((verdict) => verdict.findings);
}
