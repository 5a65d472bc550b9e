import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import settings from "@keysmith/config/oxfmt.json" with { type: "json" };
import { format } from "oxfmt";
import { expect, test } from "vitest";
import { areas } from "./areas.ts";
import { conformanceTable } from "./table.ts";

const readme = resolve(import.meta.dirname, "../../README.md");

test("the README shows the table as it is; `--update` renews it", async () => {
  const [before = "", , after = ""] = readFileSync(readme, "utf8").split(/<!-- \/?conformance -->/);
  const text = `${before}<!-- conformance -->\n\n${conformanceTable()}\n\n<!-- /conformance -->${after}`;
  const { code } = await format("README.md", text, { printWidth: settings.printWidth });
  await expect(code).toMatchFileSnapshot(readme);
});

test("no row stands there twice", () => {
  const features = areas.flatMap(({ title, rows }) => rows.map(({ feature }) => `${title}: ${feature}`));
  expect(features.filter((feature, index) => features.indexOf(feature) !== index)).toEqual([]);
});
