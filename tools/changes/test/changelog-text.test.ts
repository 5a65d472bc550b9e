import { expect, test } from "vitest";
import { changelogText } from "../src/changeset/text.ts";
import type { Waiver } from "../src/changeset/waivers.ts";
import type { ComparedPackage, Difference } from "../src/compared.ts";

const DIFFERENCE: Difference = {
  what: "Pet.name removed",
  operations: [],
  wire: { level: "major", rule: "wire/removed", message: "" },
  type: undefined,
  level: "major",
  section: "breaking",
  place: undefined,
  location: undefined,
  bump: "major",
  waivers: [],
};
const COMPARED: ComparedPackage = {
  state: "differs",
  name: "pets",
  base: { kind: "branch", label: "main", commit: "0123456789" },
  baseVersion: "1.0.0",
  version: "1.0.0",
  title: "Pet shop",
  subject: "document",
  differences: [],
  lost: [],
  bump: "major",
  required: "2.0.0",
  hash: "0123456789",
};

/** The entry of a difference. */
function entry(difference: Partial<Difference>): string | undefined {
  const text = changelogText({ ...COMPARED, differences: [{ ...DIFFERENCE, ...difference }] });
  return text.split("\n").find((line) => line.startsWith("- "));
}

test("what many operations use is named before them, and very many are counted", () => {
  const all = Array.from({ length: 9 }, (_, index) => `GET /${index}`);
  expect(entry({ operations: [] })).toBe("- Pet.name removed");
  expect(entry({ operations: all.slice(0, 2) })).toBe("- `GET /0`, `GET /1`: Pet.name removed");
  expect(entry({ operations: all.slice(0, 3) })).toBe("- Pet.name removed (`GET /0`, `GET /1`, `GET /2`)");
  expect(entry({ operations: all })).toBe(
    "- Pet.name removed (`GET /0`, `GET /1`, `GET /2`, `GET /3`, `GET /4` and 4 more)",
  );
});

test("what breaks and is released as less says why, once the whole of it counts as less", () => {
  const waiver: Waiver = {
    package: "@keysmith/pets",
    base: "1.0.0",
    rule: "wire/removed",
    operation: "GET /0",
    pointer: undefined,
    bump: "patch",
    reason: "It *never* came.",
  };
  const waivers = [waiver, { ...waiver, rule: "type/result-removed" }];
  expect(entry({ waivers, bump: "patch" })).toBe("- Pet.name removed. Counts as patch: It \\*never\\* came.");
  expect(entry({ waivers, bump: "major" })).toBe("- Pet.name removed");
});
