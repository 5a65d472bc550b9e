import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import type { Json } from "../../src/read/model.ts";
import { compile } from "../emit-compile.ts";
import { richDocument } from "./document.ts";
import { accepted, filesOf } from "./package.ts";
import { positionsOf } from "./positions.ts";

/** Every object has members from birth. Whoever keeps a document's names in a plain object meets them. */

vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), "keysmith-prototypes-"));
afterAll(() => rmSync(folder, { recursive: true }));

const born = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "isPrototypeOf",
  "__defineGetter__",
  "__lookupSetter__",
  "prototype",
  "then",
  "length",
];

test.each(["3.0", "3.1"] as const)(
  "names of OpenAPI %s, each in turn: the package has them like any other",
  async (version) => {
    const before = Object.getOwnPropertyNames(Object.prototype).length;
    const document = richDocument(version);
    const places = positionsOf(document).filter(({ name }) => / key |^every /.test(name));
    const lost: string[] = [];
    let tried = 0;
    for (const [index, position] of places.entries()) {
      const name = born[index % born.length] ?? "";
      const source = await accepted(
        folder,
        position.with(document, () => name),
      );
      if (source === undefined) continue;
      tried++;
      const printed = filesOf(source).filter(({ path }) => path !== "openapi.yaml");
      const shown = /properties key|^every (?:odd name|species|file)|securitySchemes key/.test(position.name);
      if (shown && !printed.some(({ text }) => text.includes(name))) lost.push(`${position.name}: ${name}`);
    }
    expect(tried).toBeGreaterThan(20);
    expect(lost).toEqual([]);
    expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before);
  },
);

test("schemas, properties, parameters, schemes and tags all called so compile", async () => {
  const names = born.filter((name) => name !== "length");
  const schemas = Object.fromEntries(
    names.map((name): [string, Json] => [
      name,
      {
        type: "object",
        required: [name],
        properties: Object.fromEntries(
          names.map((other): [string, Json] => [other, { $ref: `#/components/schemas/${other}` }]),
        ),
        example: Object.fromEntries(names.map((other) => [other, {}])),
      },
    ]),
  );
  const source = await accepted(folder, {
    openapi: "3.1.0",
    info: { title: "x", version: "1" },
    servers: [{ url: "https://example.com" }],
    tags: names.map((name) => ({ name })),
    security: names.map((name) => ({ [name]: [] })),
    paths: Object.fromEntries(
      names.map((name): [string, Json] => [
        `/${name}/{${name}}`,
        {
          post: {
            operationId: name,
            tags: [name],
            parameters: [
              { name, in: "path", required: true, schema: { type: "string" } },
              { name, in: "query", schema: { type: "string" } },
            ],
            requestBody: {
              content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } },
            },
            responses: {
              "200": {
                description: "ok",
                content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } },
              },
            },
          },
        },
      ]),
    ),
    components: {
      schemas,
      securitySchemes: Object.fromEntries(
        names.map((name): [string, Json] => [name, { type: "apiKey", in: "query", name }]),
      ),
    },
  });
  if (source === undefined) throw new Error("refused");
  expect(compile(filesOf(source).filter(({ path }) => path.startsWith("src/")))).toEqual([]);
});
