import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { load } from "../src/load/index.ts";
import { member } from "../src/load/json.ts";
import { lookup, parsePointer } from "../src/load/pointer.ts";
import { folder, problemsOf } from "./fixtures/load/folder.ts";
import { withSchemas } from "./fixtures/load/schemas.ts";

/** A 3.1 document of schemas in YAML. */
function withYaml(schemas: string): string {
  const head = "openapi: 3.1.0\ninfo: { title: Keys, version: 1.0.0 }\ncomponents:\n  schemas:\n";
  return join(folder({ "openapi.yaml": head + schemas }), "openapi.yaml");
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

test("a discriminator maps to schemas by name as well", async () => {
  const mapping = {
    dog: "#dog",
    cat: id,
    bird: "Bird",
    fish: "Fish",
    ant: "#/$defs/Ant",
    bee: "#/components/b",
  };
  const schemas = {
    Dog: { $anchor: "dog" },
    Cat: { $id: id },
    Bird: {},
    Feathered: { $id: "Bird" },
    Finned: { $id: "Fish" },
    Pet: { discriminator: { propertyName: "kind", mapping } },
    Insect: {
      $id: "https://example.com/insect",
      $defs: { Ant: {} },
      discriminator: { propertyName: "kind", mapping },
    },
  };
  const { document } = await load(withSchemas(schemas));
  const at = "#/components/schemas";
  const pet = { ...mapping, dog: `${at}/Dog`, cat: `${at}/Cat`, fish: `${at}/Finned` };
  const insect = { ...mapping, cat: `${at}/Cat`, ant: `${at}/Insect/$defs/Ant` };
  expect(document).toMatchObject({
    components: {
      schemas: { Pet: { discriminator: { mapping: pet } }, Insect: { discriminator: { mapping: insect } } },
    },
  });
});

describe("a reference stays as it is", () => {
  test.each<[string, object, string, object]>([
    [
      "into the document, also below an identity",
      { Key: part, Keys: { $id: id, items: { $ref: "#/components/schemas/Key" } } },
      "Keys",
      { items: { $ref: "#/components/schemas/Key" } },
    ],
    [
      "to an anchor that is nowhere",
      { Keys: { $anchor: "keys", items: { $ref: "#key" } } },
      "Keys",
      { items: { $ref: "#key" } },
    ],
    [
      "where several dynamic anchors could be meant, and they are left to choose from",
      {
        One: { $id: id, $dynamicAnchor: "key" },
        Two: { $dynamicAnchor: "key", items: { $dynamicRef: "#key" } },
      },
      "Two",
      { $dynamicAnchor: "key", items: { $dynamicRef: "#key" } },
    ],
    ["in data", { Key: { $anchor: "key", default: { $ref: "#key" } } }, "Key", { default: { $ref: "#key" } }],
    [
      "where an identity is no address",
      {
        Key: { $id: "http://[", $anchor: 1 },
        Keys: { $id: "#/components/schemas/Keys", items: { $ref: "#/components/schemas/Key" } },
      },
      "Keys",
      { items: { $ref: "#/components/schemas/Key" } },
    ],
  ])("%s", async (_, schemas, from, value) => {
    const { document } = await load(withSchemas(schemas));
    const holder = lookup(document, parsePointer(`#/components/schemas/${from}`));
    expect(holder).toEqual({ found: true, value });
  });

  test("in 3.0, which has no such names", async () => {
    const schemas = { Key: { $anchor: "key", items: { $ref: "#key" } } };
    const { document } = await load(withSchemas(schemas, "3.0.3"));
    expect(document).toMatchObject({ components: { schemas } });
  });
});

test.each<[string, object, object, string]>([
  [
    "to another file",
    { $ref: "other.json#key" },
    { $anchor: "key" },
    "openapi.json #/components/schemas/Keys/$ref",
  ],
  [
    "within another file",
    { $ref: "other.json" },
    { $anchor: "key", items: { $ref: "#key" } },
    "other.json #/items/$ref",
  ],
  ["from another file", { $ref: "other.json" }, { items: { $ref: "#key" } }, "other.json #/items/$ref"],
])("a name is followed within the main file only, not %s", async (_, keys, other, place) => {
  const schemas = { Key: { $anchor: "key" }, Keys: keys };
  const info = { title: "Keys", version: "1.0.0" };
  const at = folder({
    "openapi.json": JSON.stringify({ openapi: "3.1.0", info, components: { schemas } }),
    "other.json": JSON.stringify(other),
  });
  const problems = await problemsOf(join(at, "openapi.json"));
  expect(problems.map(({ file, pointer }) => `${basename(file)} ${pointer}`)).toEqual([place]);
  expect(problems[0]?.message).toContain("names are followed within that file only");
});

test("an identity nobody has is an address, and the network is never asked", async () => {
  const [problem] = await problemsOf(withSchemas({ Key: { $id: id }, Keys: { items: { $ref: `${id}s` } } }));
  expect(problem?.message).toContain("is a URL");
});

describe("names go where pointers come", () => {
  test("since those would be relative to them", async () => {
    const schemas = {
      Key: { $id: id, $anchor: "key", $dynamicAnchor: "any", title: "$id", not: { $anchor: "other" } },
      Keys: { $ref: "other.json" },
    };
    const info = { title: "Keys", version: "1.0.0" };
    const at = folder({
      "openapi.json": JSON.stringify({ openapi: "3.1.0", info, components: { schemas } }),
      "other.json": JSON.stringify({ $id: "https://example.com/other.json", $anchor: "key", ...part }),
    });
    const { document, bundled } = await load(join(at, "openapi.json"));
    const components = { schemas: { Key: { title: "$id", not: {} }, Keys: part } };
    expect(document).toEqual({ openapi: "3.1.0", info, components });
    expect(parse(bundled)).toEqual(document);
  });

  test("but properties and wrong names are not names", async () => {
    const schemas = { Key: { $anchor: 1, properties: { $id: part }, default: { $id: id }, $id: id } };
    const { document } = await load(withSchemas(schemas));
    const { $id: _, ...kept } = schemas.Key;
    expect(member(document, "components")).toEqual({ schemas: { Key: kept } });
  });
});

describe("what YAML writes once and uses twice", () => {
  test("means what it means in each place", async () => {
    const { document } = await load(
      withYaml(
        `    One: { $id: "a:one", items: &r { $ref: "#key" }, $defs: { K: { $anchor: key } } }
    Two: { $id: "a:two", items: *r, $defs: { K: { $anchor: key, type: string } } }
`,
      ),
    );
    expect(document).toMatchObject({
      components: {
        schemas: {
          One: { items: { $ref: "#/components/schemas/One/$defs/K" } },
          Two: { items: { $ref: "#/components/schemas/Two/$defs/K" } },
        },
      },
    });
  });

  test("is left alone where it is data", async () => {
    const { document } = await load(
      withYaml(`    Key: { $anchor: key, items: &r { $ref: "#key" }, example: { b: *r } }\n`),
    );
    const Key = { items: { $ref: "#/components/schemas/Key" }, example: { b: { $ref: "#key" } } };
    expect(document).toMatchObject({ components: { schemas: { Key } } });
  });
});
