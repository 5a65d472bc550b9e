import { expect, test } from "vitest";
import type { Type } from "../src/read/model.ts";
import { fieldsBelow } from "../src/emit/markdown/fields.ts";
import { typeText } from "../src/emit/markdown/type.ts";

const page = { models: [], modelAnchors: new Map() } as unknown as Parameters<typeof typeText>[1];

function holding(type: Type): Type {
  const property = {
    name: "inner",
    type,
    required: true,
    readOnly: false,
    writeOnly: false,
    deprecated: false,
    externalDocs: undefined,
    sensitive: false,
    description: undefined,
    constraints: {},
    default: undefined,
    examples: [],
  };
  return { kind: "object", properties: [property], additional: undefined };
}

const small = holding({ kind: "boolean" });
const text = (type: Type): string => typeText(type, page).markdown;

test("an object without a name is called object wherever it stands", () => {
  const nothing: Type = { kind: "null" };
  expect(text(small)).toBe("`object`");
  expect(text({ kind: "array", items: { kind: "union", members: [small, nothing] } })).toBe(
    "`(object | null)[]`",
  );
  expect(text({ kind: "intersection", members: [small, holding(nothing)] })).toBe("`object`");
  expect(text({ kind: "object", properties: [], additional: small })).toBe("`{ [key: string]: object }`");
});

test("objects in objects have rows as deep as a reader follows", () => {
  const nested = Array.from({ length: 30 }).reduce<Type>(
    (type) => holding({ kind: "array", items: type }),
    small,
  );
  const paths = fieldsBelow(nested, "").map(({ path }) => path);
  expect(paths[0]).toBe("inner");
  expect(paths.at(-1)).toBe("inner[].inner[].inner[].inner[].inner[].inner");
});
