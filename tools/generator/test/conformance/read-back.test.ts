import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { withCells } from "./fragments.ts";
import { bundle, type Loopback, type Program, startLoopback } from "./loopback.ts";
import { Workshop } from "./made.ts";
import { type Declaration, readBack } from "./read-back.ts";
import type { Supported } from "./row.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/*
 * What a generated client puts on the wire for a parameter of each style, read again by `read-back.ts`: any argument
 * comes back. Not every form can be read by itself; what each cannot tell is left out of the values, with the reason.
 */

type Single = string | number | boolean | bigint | Date;
type Cell = Declaration & {
  /** Values that this form cannot tell from others, and why. */
  readonly except: readonly [ambiguous: (value: string) => boolean, why: string] | undefined;
};

const dots: Cell["except"] = [
  (value: string) => value.includes("."),
  "a dot needs no encoding, and is the mark between values",
];
const pipes: Cell["except"] = [
  (value: string) => value.includes("|"),
  "a pipe has to be encoded in a URL, as the mark and in a value alike",
];
const spaces: Cell["except"] = [
  (value: string) => value.includes(" "),
  "`%20` is the mark between values, and a space in one",
];
const marks: Cell["except"] = [
  (value: string) => /[,=]/.test(value),
  "nothing is encoded in a header, so commas are marks",
];
const none: Cell["except"] = undefined;

const cells: readonly Cell[] = [
  ...["simple", "label", "matrix"].flatMap((style) => cellsOf("path", style, [false, true])),
  ...cellsOf("query", "form", [false, true]),
  ...["spaceDelimited", "pipeDelimited"].flatMap((style) =>
    cellsOf("query", style, [false, true]).filter(({ kind, explode }) =>
      explode ? kind === "list" : kind !== "single",
    ),
  ),
  ...cellsOf("query", "deepObject", [true]).filter(({ kind }) => kind === "object"),
  ...cellsOf("header", "simple", [false, true]),
  // Exploded lists and objects have no form in cookies: the generator warns.
  ...cellsOf("cookie", "form", [false]),
];

function cellsOf(place: Cell["in"], style: string, explodes: readonly boolean[]): readonly Cell[] {
  return explodes.flatMap((explode) =>
    (["single", "list", "object"] as const).map((kind): Cell => {
      return { name: "p q", in: place, style, explode, kind, except: exception(place, style, explode, kind) };
    }),
  );
}

function exception(place: string, style: string, explode: boolean, kind: Cell["kind"]): Cell["except"] {
  if (kind === "single") return none;
  if (place === "header") return marks;
  if (style === "label" && explode) return dots;
  if (explode) return none;
  return style === "spaceDelimited" ? spaces : style === "pipeDelimited" ? pipes : none;
}

const workshop = new Workshop();
let server: Loopback;
let program: Program;
beforeAll(async () => {
  server = await startLoopback();
  const { document, calls } = withCells(cells.map(nameFor));
  const row: Supported = { feature: "every style", status: "supported", document, calls };
  const { said } = await workshop.make("cells", row, "3.1");
  if (said.length > 0) throw new Error(`not silent: ${said.join("; ")}`);
  program = await (await bundle(workshop.folder, ["cells"]))("cells");
});
afterAll(() => server.close());
afterAll(() => workshop.close());

test.each(cells.map((cell, index) => ({ ...nameFor(cell), index })))(
  "$in, $style, explode $explode: $kind",
  async ({ index, ...cell }) => {
    const client = program.create(server.url);
    const call = (await program.calls[index]?.(client)) as (args: object) => Promise<unknown>;
    const comesBack = async (value: unknown): Promise<void> => {
      server.take();
      await call({ [cell.name]: value });
      const [arrival] = server.take();
      expect(arrival && readBack(cell, arrival)).toEqual(inTexts(cell, value));
    };
    await fc.assert(fc.asyncProperty(valuesOf(cell), comesBack), { numRuns: 40 });
  },
);

test.each([
  ["path", ""],
  ["path", ".."],
  ["path", null],
  ["header", "a\nb"],
  ["query", "\ud800"],
])("a value that no %s can hold is refused: %j", async (place, value) => {
  const index = cells.findIndex(({ in: where, kind }) => where === place && kind === "single");
  const call = (await program.calls[index]?.(program.create(server.url))) as (
    args: object,
  ) => Promise<unknown>;
  server.take();
  const { name } = nameFor(cells[index] ?? cells[0]);
  await expect(call({ [name]: value })).rejects.toThrow(/ConfigError|must|required|endpoint/);
  expect(server.take()).toEqual([]);
});

/** Header names are tokens; the others may be any text. */
function nameFor<C extends Cell | undefined>(cell: C): NonNullable<C> {
  if (cell === undefined) throw new Error("no such cell");
  return { ...cell, name: cell.in === "header" ? "X-Value" : cell.in === "path" ? "id" : cell.name };
}

function valuesOf(cell: Cell): fc.Arbitrary<unknown> {
  const text = textsOf(cell);
  const single = fc.oneof(
    text,
    fc.integer().map((value) => value),
    fc.boolean(),
    fc.bigInt(),
    fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }),
  );
  const [ambiguous] = cell.except ?? [() => false];
  const plain = single.filter((value) => !ambiguous(asText(value)));
  if (cell.kind === "single") return plain;
  // An empty list is left out, or looks like a list of one empty text; so does that.
  if (cell.kind === "list") {
    return fc
      .array(plain, { minLength: 1, maxLength: 4 })
      .filter((list) => list.length > 1 || asText(list[0] ?? "") !== "");
  }
  const key = text.filter((name) => !ambiguous(name) && name !== "");
  const shallow = fc.dictionary(key, plain, { minKeys: 1, maxKeys: 3, noNullPrototype: true });
  if (cell.style !== "deepObject") return shallow;
  return fc.dictionary(key, fc.oneof(plain, shallow, fc.array(plain, { minLength: 1, maxLength: 2 })), {
    minKeys: 1,
    maxKeys: 3,
    noNullPrototype: true,
  });
}

function textsOf({ in: place }: Cell): fc.Arbitrary<string> {
  if (place === "header") {
    const latin = fc.string({ unit: fc.constantFrom(..." aZ0,;=%&\"'\\äÿ{}") });
    return latin.map((value) => value.trim());
  }
  const tricky = fc.string({ unit: fc.constantFrom(..." ,;=&?#/\\%.|[]{}+~äé€😀\"'\n") });
  const any = fc.oneof(tricky, fc.string({ unit: "grapheme" }));
  // What would leave its segment is refused, and has tests of its own.
  return place === "path" ? any.filter((value) => !/^\.*$/.test(value)) : any;
}

function inTexts({ style, kind }: Cell, value: unknown): unknown {
  if (kind === "single") return asText(value as Single);
  if (kind === "list") return (value as readonly Single[]).map(asText);
  if (style !== "deepObject") {
    return Object.fromEntries(
      Object.entries(value as object).map(([key, one]) => [key, asText(one as Single)]),
    );
  }
  return Object.fromEntries(leaves(value, []));
}

/** Every value by the keys that lead to it. */
function leaves(value: unknown, keys: readonly string[]): readonly (readonly [string, string])[] {
  if (typeof value !== "object" || value instanceof Date || value === null) {
    return [[JSON.stringify(keys), asText(value as Single)]];
  }
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...keys, key]));
}

function asText(value: Single): string {
  return value instanceof Date ? value.toISOString() : String(value);
}
