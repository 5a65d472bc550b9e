import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { load, read } from "@keysmith/generator";
import { expect, test } from "vitest";
import { findBody } from "../src/request-body.ts";
import { planEdits } from "../src/spec-edits.ts";
import { useFolder } from "./folder.ts";

const root = resolve(import.meta.dirname, "../../..");
const folder = useFolder();

const pets = `openapi: 3.1.1
info: { title: Pets, version: 1.0.0 }
paths:
  # Ours is a small shop.
  /pets:
    post:
      operationId: addPet
      requestBody:
        required: true
        content:
          application/json:
            schema:
              $ref: "#/components/schemas/NewPet"
            examples:
              cat:
                value: { name: Tom } # of Tom and Jerry
      responses:
        "204": { description: Added. }
components:
  schemas:
    NewPet:
      type: object
      required: [name]
      properties:
        name: { type: string }
`;

function write(name: string, text: string): string {
  mkdirSync(join(folder(), "specs"), { recursive: true });
  writeFileSync(join(folder(), "specs", name), text);
  return `specs/${name}`;
}

const text = (spec: string): string => readFileSync(join(folder(), spec), "utf8");
const commentsOf = (spec: string): readonly string[] => text(spec).match(/#\s.*/g) ?? [];

test("one document asks for more of its users, another offers more; both stay as their authors wrote them", async () => {
  const specs = [write("pets.yaml", pets), write("zoo.yaml", pets)];
  const edits = planEdits(folder(), specs);
  expect(edits).toMatchObject([
    { spec: "specs/pets.yaml", kind: "breaking", named: ["POST /pets", "purpose"] },
    { spec: "specs/zoo.yaml", kind: "additive", named: ["POST /pets", "note"] },
  ]);
  for (const { apply } of edits) apply();
  const [breaking = "", additive = ""] = specs.map((spec) => text(spec).replaceAll(/\s+/g, " "));
  expect(breaking).toContain("cat: value: { name: Tom, purpose: Rehearsals }");
  expect(breaking).toContain("required: [ name, purpose ] properties:");
  expect(additive).toContain(
    "noted: summary: With a note value: name: Tom note: Made in a rehearsal responses:",
  );
  expect(additive).toContain("required: [ name ] properties:");
  for (const spec of specs)
    expect(commentsOf(spec)).toEqual(["# Ours is a small shop.", "# of Tom and Jerry"]);
});

test.each([
  ["is optional", "required: true", "required: false"],
  ["is no JSON", "application/json", "text/plain"],
  ["has no example", /examples:\n.*\n.*/, "examples: {}"],
  ["has an example elsewhere", "value: { name: Tom }", '$ref: "#/components/examples/cat"'],
  ["has a schema with further rules", "type: object", "type: object\n      minProperties: 1"],
  [
    "shares its schema",
    "{ description: Added. }",
    '{ description: Added., content: { application/json: { schema: { $ref: "#/components/schemas/NewPet" } } } }',
  ],
])("a body that %s is not edited", (_, from, to) => {
  expect(findBody(pets)).toMatchObject({ operation: "POST /pets" });
  const changed = pets.replace(from, to);
  expect(changed).not.toBe(pets);
  expect(findBody(changed)).toBeUndefined();
});

test("it is said when there are no two documents to edit", () => {
  const specs = [write("pets.yaml", pets), write("bare.yaml", "openapi: 3.1.1\n")];
  expect(() => planEdits(folder(), specs)).toThrow(
    "Expected two of specs/pets.yaml, specs/bare.yaml, found 1.",
  );
});

test("the documents of this repository can be edited, and are documents afterwards", async () => {
  cpSync(join(root, "specs"), join(folder(), "specs"), { recursive: true });
  const edits = planEdits(folder(), globSync("specs/*.yaml", { cwd: root }).toSorted());
  for (const { spec, named, apply } of edits) {
    const before = commentsOf(spec);
    apply();
    expect(commentsOf(spec)).toEqual(before);
    expect(JSON.stringify(read(await load(join(folder(), spec)), "any"))).toContain(`"${named[1]}"`);
  }
});
