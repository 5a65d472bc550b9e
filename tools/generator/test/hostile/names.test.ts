import ts from "typescript";
import { expect, test } from "vitest";
import { settleNames } from "../../src/read/names.ts";

/** Names become identifiers: visible ones, that every compiler in use knows. */

const namesFor = (...ids: readonly string[]): readonly string[] => {
  const operations = ids.map((id, index) => ({ key: String(index), id, method: "get", path: `/p${index}` }));
  const names = settleNames({ api: "x", operations, schemas: ids, tags: [] });
  return [...[...names.operations.values()].map(({ name }) => name), ...names.schemas.values()];
};

test("whatever Unicode lets into an identifier, our names are identifiers to the compiler too", () => {
  const letters: string[] = [];
  for (let code = 0; code <= 0x10ffff; code++) {
    const letter = String.fromCodePoint(code);
    if (/\p{ID_Continue}/u.test(letter)) letters.push(letter);
  }
  for (let start = 0; start < letters.length; start += 100) {
    for (const name of namesFor(`a${letters.slice(start, start + 100).join("")}`)) {
      const odd = [...name].filter((letter, index) => {
        const code = letter.codePointAt(0) ?? 0;
        return !(index === 0 ? ts.isIdentifierStart : ts.isIdentifierPart)(code, ts.ScriptTarget.ES2022);
      });
      expect(odd).toEqual([]);
    }
  }
});

test("no two names look the same: characters nobody sees are not part of one", () => {
  const [plain, ...others] = [
    "listKeys",
    "list\u3164Keys",
    "listKeys\ufe0f",
    "list\u115fKeys",
    "list\u200dKeys",
  ];
  const names = namesFor(plain ?? "", ...others);
  expect(names.join(" ")).toMatch(/^[A-Za-z\d ]+$/);
  expect(new Set(names).size).toBe(names.length);
});

test("names without end are cut, and told apart", () => {
  const names = namesFor("x".repeat(100_000), `${"x".repeat(100_000)}y`, "🔑".repeat(9000));
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name.length).toBeLessThan(220);
});

test("members of every object and words of the language are no names", () => {
  const words = [
    "constructor",
    "__proto__",
    "toString",
    "hasOwnProperty",
    "then",
    "eval",
    "await",
    "default",
    "class",
  ];
  for (const name of namesFor(...words)) expect(words).not.toContain(name);
});
