import * as fc from "fast-check";
import { expect, test } from "vitest";
import { segmentPattern } from "../src/engine/template.ts";

const part = fc.constantFrom(".", "..", "a", "{}", "-", "");

test("takes a segment apart as a greedy regular expression would", () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), fc.array(part, { maxLength: 8 }), (templates, texts) => {
      const template = ["{x}", ...templates].join("").replaceAll("{}", "{y}");
      const text = texts.join("").replaceAll(/[{}]/g, "");
      const literals = template.split(/\{\w\}/).map((literal) => literal.replaceAll(".", String.raw`\.`));
      const [, ...groups] = new RegExp(`^${literals.join("(.+)")}$`).exec(text) ?? [];
      expect(segmentPattern(template)(text) ?? []).toEqual(groups);
    }),
    { numRuns: 2000 },
  );
});

test("a segment of nothing but separators takes no longer than any other", () => {
  const pattern = segmentPattern("{a}.{b}.{c}.{d}.pem");
  const start = performance.now();
  expect(pattern(`${".".repeat(16_000)}pex`)).toBeUndefined();
  expect(pattern(`${".".repeat(16_000)}pem`)).toHaveLength(4);
  expect(performance.now() - start).toBeLessThan(500);
});
