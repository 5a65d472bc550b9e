import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { load } from "../src/load/index.ts";
import { lookup, parsePointer } from "../src/load/pointer.ts";
import { folder, problemsOf } from "./fixtures/load/folder.ts";

/** A 3.1 document of these schemas. */
function withSchemas(schemas: object, openapi = "3.1.0"): string {
  const info = { title: "Keys", version: "1.0.0" };
  const at = folder({ "openapi.json": JSON.stringify({ openapi, info, components: { schemas } }) });
  return join(at, "openapi.json");
}

const id = "https://example.com/key";
const part = { type: "string" };

describe("a reference by the name of its target becomes a pointer", () => {
  test.each<[string, object, string, string]>([
    ["an anchor", { Key: { $anchor: "key" }, Keys: { items: { $ref: "#key" } } }, "Keys/items", "Key"],
    [
      "a dynamic anchor, which is an anchor as well",
      { Key: { $dynamicAnchor: "key" }, Keys: { items: { $ref: "#key" } } },
      "Keys/items",
      "Key",
    ],
    [
      "a dynamic reference to the only anchor of its name",
      { Key: { $dynamicAnchor: "key", items: { $dynamicRef: "#key" } } },
      "Key/items",
      "Key",
    ],
    ["an identity", { Key: { $id: id }, Keys: { items: { $ref: id } } }, "Keys/items", "Key"],
    [
      "an identity, relative to the one around it",
      { Key: { $id: id }, Keys: { $id: "https://example.com/keys", items: { $ref: "key" } } },
      "Keys/items",
      "Key",
    ],
    [
      "identities within others",
      {
        Key: { $id: id, $defs: { Part: { $id: "part" } } },
        Keys: { items: { $ref: "https://example.com/part" } },
      },
      "Keys/items",
      "Key/$defs/Part",
    ],
    ["a bare name", { Key: { $id: "Key" }, Keys: { items: { $ref: "Key" } } }, "Keys/items", "Key"],
    [
      "a pointer into what has an identity",
      { Key: { $id: id, $defs: { "a%b": part } }, Keys: { items: { $ref: `${id}#/$defs/a%25b` } } },
      "Keys/items",
      "Key/$defs/a%25b",
    ],
    [
      "a pointer within what has an identity",
      { Key: { $id: id, $defs: { Part: part }, items: { $ref: "#/$defs/Part" } } },
      "Key/items",
      "Key/$defs/Part",
    ],
    ["the whole of what has an identity", { Key: { $id: id, items: { $ref: "#" } } }, "Key/items", "Key"],
    [
      "an anchor in what has an identity, not the same elsewhere",
      { One: { $anchor: "key" }, Key: { $id: id, $anchor: "key", items: { $ref: "#key" } } },
      "Key/items",
      "Key",
    ],
    [
      "an anchor below an identity that is too long to be one",
      {
        Key: { $id: "a".repeat(3000), $anchor: "key" },
        Keys: { $id: `${"b".repeat(1500)}/`, items: { $id: "c".repeat(1500), $anchor: "keys" } },
        All: { items: { $ref: "#key" } },
      },
      "All/items",
      "Key",
    ],
  ])("%s", async (_, schemas, from, to) => {
    const { document } = await load(withSchemas(schemas));
    const holder = lookup(document, parsePointer(`#/components/schemas/${from}`));
    expect(holder).toEqual({ found: true, value: { $ref: `#/components/schemas/${to}` } });
  });
});

describe("a reference stays as it is", () => {
  test.each<[string, object]>([
    [
      "into the document, also below an identity",
      { Key: part, Keys: { $id: id, items: { $ref: "#/components/schemas/Key" } } },
    ],
    ["to an anchor that is nowhere", { Keys: { $anchor: "keys", items: { $ref: "#key" } } }],
    [
      "where several dynamic anchors could be meant",
      { One: { $dynamicAnchor: "key" }, Two: { $dynamicAnchor: "key", items: { $dynamicRef: "#key" } } },
    ],
    ["in data", { Key: { $anchor: "key", default: { $ref: "#key" } } }],
    [
      "where an identity is no address",
      {
        Key: { $id: "http://[", $anchor: 1 },
        Keys: { $id: "#/components/schemas/Keys", items: { $ref: "#/components/schemas/Key" } },
      },
    ],
  ])("%s", async (_, schemas) => {
    const { document } = await load(withSchemas(schemas));
    expect(document).toMatchObject({ components: { schemas } });
  });

  test("in 3.0, which has no such names", async () => {
    const schemas = { Key: { $anchor: "key", items: { $ref: "#key" } } };
    const { document } = await load(withSchemas(schemas, "3.0.3"));
    expect(document).toMatchObject({ components: { schemas } });
  });
});

test("an identity nobody has is an address, and the network is never asked", async () => {
  const [problem] = await problemsOf(withSchemas({ Key: { $id: id }, Keys: { items: { $ref: `${id}s` } } }));
  expect(problem?.message).toContain("is a URL");
});
