import * as fc from "fast-check";
import { expect, test } from "vitest";
import { onCircles } from "../src/emit/circles.ts";

type Edges = ReadonlyMap<string, ReadonlySet<string>>;

/** By trying: from every name along every way. */
function tried(edges: Edges): ReadonlySet<string> {
  const reaches = (start: string): boolean => {
    const seen = new Set(edges.get(start));
    for (const name of seen) for (const next of edges.get(name) ?? []) seen.add(next);
    return seen.has(start);
  };
  return new Set([...edges.keys()].filter(reaches));
}

test("names on circles are those from which a way leads back", () => {
  const names = ["a", "b", "c", "d", "e", "f"];
  const graph = fc
    .array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)), { maxLength: 12 })
    .map((pairs): Edges => {
      return new Map(
        names.map((name) => [name, new Set(pairs.filter(([from]) => from === name).map(([, to]) => to))]),
      );
    });
  fc.assert(
    fc.property(graph, (edges) => {
      expect([...onCircles(edges)].toSorted()).toEqual([...tried(edges)].toSorted());
    }),
    { numRuns: 2_000 },
  );
});

test("a circle of a hundred thousand names is found at once", () => {
  const size = 100_000;
  const names = Array.from({ length: size }, (_, index) => `name${index}`);
  const edges = new Map(names.map((name, index) => [name, new Set([`name${(index + 1) % size}`])]));
  expect(onCircles(edges).size).toBe(size);
});
