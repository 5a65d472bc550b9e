import { describe, expect, test } from "vitest";
import { load } from "../src/load/index.ts";
import { briefly, problemsOf } from "./fixtures/load/folder.ts";
import { withSchemas } from "./fixtures/load/schemas.ts";

const id = "https://example.com/key";
const part = { type: "string" };

describe("a name of several schemas refuses the document", () => {
  const taken = "Expected a name of its own for each schema: rename one.";
  const other = { type: "integer" };

  test.each<[string, object, readonly string[]]>([
    [
      "an anchor",
      { One: { $anchor: "key" }, Two: { $anchor: "key", ...other } },
      [`13:9 #/components/schemas/Two/$anchor The name \`key\` is taken by the schema on line 10. ${taken}`],
    ],
    [
      "an anchor and a dynamic one",
      { One: { $dynamicAnchor: "key" }, Two: { $anchor: "key", ...other } },
      [`13:9 #/components/schemas/Two/$anchor The name \`key\` is taken by the schema on line 10. ${taken}`],
    ],
    [
      "an identity, however it is written",
      { One: { $id: id }, Two: { $id: "https://EXAMPLE.com/./key#", ...other } },
      [
        `13:9 #/components/schemas/Two/$id The name \`https://EXAMPLE.com/./key#\` is taken by the schema on line 10. ${taken}`,
      ],
    ],
    [
      "every further one, each only once",
      {
        One: { $id: id, $anchor: "key" },
        Two: { $id: id, $anchor: "key", ...other },
        Three: { $id: id, items: other },
      },
      [
        `14:9 #/components/schemas/Two/$id The name \`${id}\` is taken by the schema on line 10. ${taken}`,
        `19:9 #/components/schemas/Three/$id The name \`${id}\` is taken by the schema on line 10. ${taken}`,
      ],
    ],
  ])("%s", async (_, schemas, expected) => {
    expect((await problemsOf(withSchemas(schemas))).map(briefly)).toEqual(expected);
  });

  test("once, with all that is within", async () => {
    const Part = { $id: `${id}/part` };
    const schemas = {
      One: { $id: id, $defs: { Part } },
      Two: { $id: id, $defs: { Part: { ...Part, ...other } } },
    };
    const problems = await problemsOf(withSchemas(schemas));
    expect(problems.map(({ pointer }) => pointer)).toEqual(["#/components/schemas/Two/$id"]);
  });

  test("along with what else is wrong with its references", async () => {
    const schemas = { One: { $id: id }, Two: { $id: id, items: { $ref: "two.json" } } };
    const problems = await problemsOf(withSchemas(schemas));
    expect(problems.map(({ pointer }) => pointer)).toEqual([
      "#/components/schemas/Two/$id",
      "#/components/schemas/Two/items/$ref",
    ]);
  });

  test("but not of thousands", async () => {
    const schemas = Array.from({ length: 2000 }, (_, index) => ({ $anchor: "key", minimum: index }));
    expect(await problemsOf(withSchemas(Object.fromEntries(schemas.entries())))).toHaveLength(500);
  });

  test.each<[string, object]>([
    ["a copy of it, word for word", { One: { $id: id, $anchor: "key" }, Two: { $id: id, $anchor: "key" } }],
    ["the same schema", { One: { $dynamicAnchor: "key", $anchor: "key" } }],
    ["one elsewhere", { One: { $anchor: "key" }, Two: { $id: id, $anchor: "key" } }],
    ["no name", { One: { $id: "" }, Two: { $id: "#", type: "string" }, Three: { $id: "#key" } }],
  ])("unless it is %s", async (_, schemas) => {
    expect(await problemsOf(withSchemas(schemas))).toEqual([]);
  });

  test("a copy refers to itself", async () => {
    const key = {
      $id: id,
      $anchor: "key",
      anyOf: [{ $ref: "#key" }, { $ref: "#/$defs/a" }],
      $defs: { a: part },
    };
    const { document } = await load(withSchemas({ Key: key, Copy: key }));
    const copied = {
      anyOf: [{ $ref: "#/components/schemas/Key" }, { $ref: "#/components/schemas/Key/$defs/a" }],
    };
    expect(document).toMatchObject({ components: { schemas: { Copy: copied } } });
  });
});
