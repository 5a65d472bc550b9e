import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rules } from "../src/wire/rate.ts";

const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
const folder = join(import.meta.dirname, "../src/wire");

test("every rule is in the README, in the order in which they are asked", () => {
  const listed = [...readme.matchAll(/^\| `(wire\/[a-z-]+)`/gm)].map(([, name]) => name);
  const names = rules.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(listed.slice(0, names.length)).toEqual(names);
});

test("so are the rules about what is compared as a whole", () => {
  for (const file of ["servers.ts", "security.ts", "schemes.ts", "rate.ts"]) {
    const text = readFileSync(join(folder, file), "utf8");
    for (const [, name] of text.matchAll(/"(wire\/[a-z-]+)"/g)) expect(readme).toContain(`\`${name}\``);
  }
});
