import { describe, expect, test, vi } from "vitest";
import { document, entries, lacks, made, many, named, ok, type Schema } from "./child.ts";

/** Documents that cost far more than they weigh: refused with a place, or made, within ten seconds and 1.5 GB. */

vi.setConfig({ testTimeout: 120_000, maxConcurrency: 2 });

const tooLong = /more than 200 million characters, written out/;

describe.concurrent("whole documents", () => {
  const wide = { type: "object", properties: entries(3000, (index) => [`p${index}`, { type: "string" }]) };

  test.each<[string, RegExp, Schema]>([
    [
      "an answer of 3,000 properties, shared by 3,000 operations",
      tooLong,
      document(
        { S0: { type: "string" } },
        {
          paths: entries(3000, (index) => [
            `/p${index}`,
            { get: { responses: { "200": { $ref: "#/components/responses/R" } } } },
          ]),
          components: {
            schemas: { S0: { type: "string" } },
            responses: { R: { description: "R", content: { "application/json": { schema: wide } } } },
          },
        },
      ),
    ],
    [
      "10,000 references to nothing",
      /leads nowhere/,
      document({
        S0: { type: "string" },
        ...entries(10_000, (index) => [`Longer${index}`, { items: named(`Lnoger${index}`) }]),
      }),
    ],
    [
      "50,000 unknown members",
      /is unknown in the Document Object|is unknown in the document/,
      { ...document({ S0: {} }), ...entries(50_000, (index) => [`unknown${index}`, 1]) },
    ],
    [
      "names of 100,000 characters",
      /leads nowhere/,
      document({ S0: { items: named(`${"N".repeat(100_000)}M`) }, ["N".repeat(100_000)]: {} }),
    ],
    [
      "a text of three million characters",
      /This text has more than 2000000 characters/,
      document({ S0: { description: "x".repeat(3_000_000) } }),
    ],
  ])("%s: refused", async (_name, place, whole) => {
    expect(lacks(await made("api.json", JSON.stringify(whole)), "api.json", place)).toEqual([]);
  });

  test.each<[string, string]>([
    ["quotes in quotes", "> ".repeat(20_000)],
    ["lists in lists", `${"- ".repeat(20_000)}a`],
    ["open brackets", "[a](".repeat(30_000)],
    ["emphasis in emphasis", `${"*a **b ".repeat(10_000)}${"** *".repeat(10_000)}`],
    ["emphasis that does not end", "*_".repeat(40_000)],
    ["emphasis that begins and ends anywhere", "a*b_ ".repeat(20_000)],
    ["backticks of every length", many(700, (index) => "`".repeat(index)).join("a ")],
    ["200,000 backticks", "` a".repeat(200_000)],
  ])("a description of %s: made", async (_name, description) => {
    const whole = document(
      { S0: { type: "string", description } },
      { info: { title: "x", version: "1", description } },
    );
    expect(await made("api.json", JSON.stringify(whole))).toMatchObject({ code: 0, written: true });
  });
});

describe.concurrent("files", () => {
  const laughs = many(40, (index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]\n`).join("");
  const mistakes = many(5000, (index) => `    S${index}: { type: strin }\n`).join("");

  test.each<[string, string, string, RegExp]>([
    ["aliases of aliases", "api.yaml", `a0: &a0 [x, x]\n${laughs}`, /aliases stand for \d+ values in all/],
    ["lists in lists", "api.yaml", `a: ${"[".repeat(100_000)}`, /Nested too deeply|is not closed/],
    ["block lists in block lists", "api.yaml", `a:\n  ${"- ".repeat(20_000)}b\n`, /Nested too deeply/],
    ["keys of keys", "api.yaml", `${"? ".repeat(20_000)}a\n`, /A key must be plain text/],
    ["5,000 mistakes", "api.yaml", `components:\n  schemas:\n${mistakes}`, /500 problems/],
  ])("YAML with %s: refused", async (_name, name, text, place) => {
    const paths = JSON.stringify({ "/a": { get: { responses: ok } } });
    const head = `openapi: 3.1.0\ninfo: { title: x, version: '1' }\npaths: ${paths}\n`;
    expect(lacks(await made(name, head + text), name, place)).toEqual([]);
  });

  test("JSON with lists in lists: refused", async () => {
    expect(lacks(await made("api.json", "[".repeat(1_000_000)), "api.json", /Nested too deeply/)).toEqual([]);
  });

  test("64 MB and a little more: refused", async () => {
    const text = Buffer.alloc(64 * 1024 * 1024 + 1, " ");
    expect(
      lacks(await made("api.json", text), "api.json", /The file has 65 MB: expected at most 64/),
    ).toEqual([]);
  });
});
