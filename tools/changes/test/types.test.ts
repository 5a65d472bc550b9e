import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { snapshotOfDocument } from "../src/snapshot/of-document.ts";
import type { Snapshot } from "../src/snapshot/snapshot.ts";
import { typeChanges } from "../src/types/index.ts";
import { edited } from "./edits/documents.ts";
import { all, append, type Edit, put } from "./edits/edit.ts";

const SPECS = resolve(import.meta.dirname, "../../../specs");
const providers = ["automox", "cartovista", "gr4vy", "occam", "turbosmtp"];

function provider(name: string): Promise<Snapshot> {
  return snapshotOfDocument(join(SPECS, `${name}.yaml`), { name, version: "1.0.0", label: name });
}

/** A snapshot with some text of its files, or of the runtime's, replaced. */
function replaced(
  snapshot: Snapshot,
  part: "files" | "runtime" | "mock",
  path: string,
  from: string,
  to: string,
): Snapshot {
  const text = snapshot[part].get(path) ?? "";
  expect(text).toContain(from);
  return { ...snapshot, [part]: new Map([...snapshot[part], [path, text.replace(from, to)]]) };
}

function told(changes: Awaited<ReturnType<typeof typeChanges>>): readonly string[] {
  return changes.map(({ level, rule, what, place }) =>
    [level, rule, what, place?.pointer].filter((part) => part !== undefined).join(" | "),
  );
}

/** A schema that contains itself, in what keys have. */
function tree(leaf: string): Edit {
  return all(
    put("#/components/schemas/Tree", {
      description: "A tree.",
      type: "object",
      required: ["leaf", "children"],
      properties: {
        leaf: { description: "A leaf.", type: leaf },
        children: { description: "Trees.", type: "array", items: { $ref: "#/components/schemas/Tree" } },
      },
    }),
    put("#/components/schemas/KeyOwner/properties/tree", { $ref: "#/components/schemas/Tree" }),
  );
}

/** The base document with many operations, and a property of keys that is required. */
function grown(count: number, required: string): Promise<Snapshot> {
  return edited((document) => {
    for (let index = 0; index < count; index += 1)
      put(`#/paths/~1things${index}`, {
        get: {
          operationId: `getThing${index}`,
          summary: "Get a thing",
          description: "Answers with a thing.",
          tags: ["Keys"],
          responses: {
            "200": {
              description: "The thing.",
              content: { "application/json": { schema: { $ref: "#/components/schemas/KeyDetails" } } },
            },
          },
        },
      })(document);
    append("#/components/schemas/Key/required", required)(document);
  });
}

test.each(providers)("%s, compiled twice, does not differ from itself", async (name) => {
  const snapshot = await provider(name);
  const other = replaced(snapshot, "files", "src/models.ts", "\n", "\n// Another text.\n");
  expect(await typeChanges(snapshot, other)).toEqual([]);
});

test("a hand-made change of a package has the place in the document it would come from", async () => {
  const automox = await provider("automox");
  const other = replaced(automox, "files", "src/models.ts", "  name?: string;", "  name?: string | null;");
  expect(told(await typeChanges(automox, other))).toEqual([
    "major | type/result-nullable | ApiKey.name may be null | #/components/schemas/ApiKey/properties/name",
  ]);
  const gr4vy = await provider("gr4vy");
  const sandbox = replaced(gr4vy, "files", "src/client.ts", `"production" | "sandbox"`, `"production"`);
  expect(told(await typeChanges(gr4vy, sandbox))).toEqual([
    `major | type/option-literal-removed | options of clients: environment is never "sandbox" | #/servers`,
  ]);
});

test("a change of the runtime alone is found in what clients hand on of it", async () => {
  const base = await edited();
  const meta = replaced(
    base,
    "runtime",
    "src/call/meta.ts",
    "  readonly attempts",
    "  readonly hops: number;\n  readonly attempts",
  );
  expect(told(await typeChanges(base, meta))).toEqual(["minor | type/export-added | CallMeta.hops is new"]);
  const options = replaced(base, "runtime", "src/client/options.ts", "  deadlineMs?: number;", "");
  const changes = await typeChanges(base, options);
  expect(told(changes)).toContain("major | type/option-removed | options of calls: deadlineMs is gone");
  const text = replaced(base, "runtime", "src/client/client.ts", "\n", "\n// Another text.\n");
  expect(await typeChanges(base, text)).toEqual([]);
});

test("types that contain themselves end", async () => {
  const changes = await typeChanges(await edited(tree("string")), await edited(tree("integer")));
  expect(told(changes)).toEqual([
    "major | type/result-changed | Tree.leaf is number, was string | #/components/schemas/Tree/properties/leaf",
  ]);
});

test("what the walk cannot tell apart, the compiler does", async () => {
  const base = await edited();
  const from = "email?: string;";
  // What can be constructed is no part of any document, and so of no walk.
  const one = replaced(base, "files", "src/models.ts", from, "email?: new () => string;");
  const other = replaced(base, "files", "src/models.ts", from, "email?: new () => number;");
  const changes = await typeChanges(one, other);
  expect(told(changes)).toContain(
    "major | type/unexplained | result of getKey is of another type | #/paths/~1keys~1{keyId}/get/responses/200",
  );
});

test("what many operations have of one schema is told once", async () => {
  const changes = await typeChanges(await grown(200, "note"), await grown(200, "fingerprint"));
  expect(changes.map(({ level }) => level).toSorted()).toEqual(["major", "minor"]);
  expect(changes.every(({ operations }) => operations.length > 200)).toBe(true);
}, 60_000);
