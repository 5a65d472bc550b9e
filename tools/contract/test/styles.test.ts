import type { Operation } from "@keysmith/generator";
import type { Exchange } from "@keysmith/mock";
import { styled } from "@keysmith/runtime";
import { expect, test } from "vitest";
import { isGreen } from "../src/finding.ts";
import { decode, type Wire, wireOf } from "../src/oracle/wire.ts";
import { textOf, verdictsOf } from "./check-document.ts";
import { changed } from "./keys-document.ts";
import { definitions } from "./keys-package.ts";

/** An object with one member, as a parameter. */
const holding = (name: string): object => ({
  type: "object",
  required: [name],
  properties: { [name]: { type: "integer", minimum: 1 } },
});

const query = (name: string, more: object): object => ({ name, in: "query", ...more });

const parameters = [
  query("filter", { content: { "application/json": { schema: holding("a"), example: { a: 1 } } } }),
  query("deep", { style: "deepObject", schema: holding("b"), example: { b: 1 } }),
  query("flat", { schema: holding("c"), example: { c: 1 } }),
  query("pipes", {
    style: "pipeDelimited",
    explode: false,
    schema: { type: "array", minItems: 2, maxItems: 3, uniqueItems: true, items: { type: "integer" } },
    example: [1, 2],
  }),
  {
    name: "X-List",
    in: "header",
    schema: { type: "array", items: { type: "integer", maximum: 5 } },
    example: [1, 2],
  },
  { name: "X-Flag", in: "header", schema: { type: "boolean" }, example: true },
];

function decoded(pairs: Wire["query"] = []): unknown {
  return pairs.map(([name, value]) => [name, decode(value)]);
}

test("a plus stands for a space in a query alone", () => {
  const operation = { path: "/keys/{key}" } as Operation;
  const exchange = { target: "/keys/a+b?name=a+b&a+c=d", headers: new Map([["cookie", "e=a+b"]]) };
  const wire = wireOf(operation, exchange as unknown as Exchange);
  expect(decode(wire?.path.get("key") ?? "")).toBe("a+b");
  expect(decoded(wire?.query)).toEqual([
    ["name", "a b"],
    ["a c", "d"],
  ]);
  expect(decoded(wire?.cookies)).toEqual([["e", "a+b"]]);
});

test("parameters of every style are broken, and what nobody sees is listed", async () => {
  const document = changed(({ paths }) => {
    Object.assign(paths["/users/{user}/keys/{key}"].get, { parameters });
  });
  const getKey = {
    ...definitions.getKey,
    query: [
      styled({ name: "filter", json: true }),
      styled({ name: "deep", style: "deepObject" }),
      styled({ name: "flat" }),
      styled({ name: "pipes", style: "pipeDelimited", explode: false }),
    ],
    header: ["X-List", "X-Flag"],
  };
  const verdicts = await verdictsOf({ definitions: { getKey } }, { document, only: "getKey" });
  expect(verdicts.filter((verdict) => !isGreen(verdict)).map(textOf)).toEqual([]);
  const told = verdicts.flatMap(({ cell }) => {
    if (!/refuses (?:query|header)/.test(cell.title)) return [];
    return cell.kind === "uncheckable" ? `${cell.title}: ${cell.reason}` : cell.title;
  });
  expect(told).toEqual([
    "refuses query filter that is no object: Prism does not read parameters that travel as application/json",
    "refuses query filter without a: Prism does not read parameters that travel as application/json",
    "refuses query filter.a that is no integer: Prism does not read parameters that travel as application/json",
    "refuses query filter.a below 1: Prism does not read parameters that travel as application/json",
    "refuses query deep that is no object: what is sent as text instead is another parameter",
    "refuses query deep without b: nothing was found that breaks it",
    "refuses query deep.b that is no integer",
    "refuses query deep.b below 1",
    "refuses query flat that is no object: what is sent as text instead is another parameter",
    "refuses query flat without c: nothing was found that breaks it",
    "refuses query flat.c that is no integer",
    "refuses query flat.c below 1",
    "refuses query pipes that is no array: what is sent once is a list of one",
    "refuses query pipes with fewer than 2 items",
    "refuses query pipes with more than 3 items",
    "refuses query pipes with an item twice",
    "refuses query pipes[] that is no integer",
    "refuses header X-List that is no array: what is sent once is a list of one",
    "refuses header X-List[] that is no integer",
    "refuses header X-List[] above 5",
    "refuses header X-Flag that is no boolean",
  ]);
});
