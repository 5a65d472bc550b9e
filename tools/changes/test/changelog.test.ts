import { expect, test } from "vitest";
import { MARKER } from "../src/changeset/own-file.ts";
import changelog from "../src/changelog.ts";

const line = (summary: string) =>
  changelog.getReleaseLine({ id: "spec-pets-0123456789", releases: [], summary }, "minor", {});

test("what only maintainers need is in no changelog", async () => {
  expect(await line(`Pets API: 1 addition\n\n**Added**\n\n- a pet\n\n${MARKER}\n`)).toBe(
    "- Pets API: 1 addition\n\n  **Added**\n\n  - a pet",
  );
});

test("what a person wrote below is", async () => {
  expect(await line(`Pets API: 1 addition\n\n${MARKER}\n\nPets are fed now.`)).toContain("Pets are fed now.");
});
