import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { runNode } from "@keysmith/corpus";

const GENERATE = resolve(import.meta.dirname, "../../generator/src/main.ts");
const LIMITS = { seconds: 600, heapMb: 8192 };

/** What generating a document of so many operations takes. */
export interface Growth {
  readonly operations: number;
  readonly milliseconds: number;
  readonly peakMb: number;
}

/** Synthetic documents, each ten times as large as the one before. The fastest of some runs each. */
export async function measureGrowth(rounds: number): Promise<Growth[]> {
  const folder = mkdtempSync(join(tmpdir(), "keysmith-bench-"));
  try {
    const results: Growth[] = [];
    for (const operations of [100, 1_000, 10_000]) {
      const file = join(folder, `${operations}.json`);
      writeFileSync(file, JSON.stringify(synthetic(operations)));
      const runs: Growth[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const out = join(folder, "out");
        rmSync(out, { recursive: true, force: true });
        const ended = await runNode([GENERATE, "--spec", file, "--out", out], LIMITS);
        if (!ended.ok) throw new Error(ended.ended ?? ended.stderr);
        runs.push({ operations, milliseconds: ended.milliseconds, peakMb: ended.peakMb ?? Number.NaN });
      }
      const [fastest] = runs.toSorted((a, b) => a.milliseconds - b.milliseconds);
      if (fastest) results.push(fastest);
    }
    return results;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A tag per 20 operations, a schema per pair of them; each schema refers to the one before. */
export function synthetic(operations: number): object {
  const pairs = Array.from({ length: operations / 2 }, (_, index) => index);
  return {
    openapi: "3.1.0",
    info: { title: "Synthetic", version: "1" },
    servers: [{ url: "https://example.com" }],
    paths: Object.fromEntries(pairs.flatMap(pathsOf)),
    components: { schemas: Object.fromEntries(pairs.map((index) => [`Thing${index}`, schema(index)])) },
  };
}

function pathsOf(index: number): [string, object][] {
  const json = { "application/json": { schema: { $ref: `#/components/schemas/Thing${index}` } } };
  const tags = [`Group ${Math.floor(index / 10)}`];
  const parameters = [
    { name: "group", in: "path", required: true, schema: { type: "string" } },
    { name: "id", in: "path", required: true, schema: { type: "integer" } },
    { name: "expand", in: "query", description: "Whether to *expand* it.", schema: { type: "boolean" } },
  ];
  const get = { tags, operationId: `getThing${index}`, parameters, responses: answers(200, json) };
  const post = {
    tags,
    operationId: `createThing${index}`,
    requestBody: { required: true, content: json },
    responses: answers(201, json),
  };
  return [
    [`/groups/{group}/things${index}/{id}`, { get }],
    [`/things${index}`, { post }],
  ];
}

function answers(status: number, content: object): object {
  return { [status]: { description: "It", content }, 404: { description: "There is no such thing." } };
}

function schema(index: number): object {
  return {
    type: "object",
    description: `A thing of kind ${index}, see [the guide](https://example.com/${index}).`,
    required: ["id", "name"],
    properties: {
      id: { type: "integer" },
      name: { type: "string", description: "What it is called." },
      state: { enum: ["on", "off"] },
      parent: { $ref: `#/components/schemas/Thing${Math.max(0, index - 1)}` },
      tags: { type: "array", items: { type: "string" } },
    },
  };
}
