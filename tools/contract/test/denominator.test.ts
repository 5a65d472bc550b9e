import { pathToFileURL } from "node:url";
import { findWorkspace, load, type Json, type JsonObject } from "@keysmith/generator";
import { expect, test } from "vitest";
import { readContract } from "../src/contract.ts";
import { entries, isObject, list, member } from "../src/document/pointer.ts";
import { coverageOf } from "../src/report/coverage.ts";
import { contractOf } from "./check-document.ts";
import { keysDocument } from "./keys-document.ts";

/** What a document promises, counted anew from its text: by other code than that which makes the cells. */
interface Promises {
  readonly answers: number;
  readonly refusals: number;
}

const METHODS = new Set(["get", "put", "post", "delete", "options", "head", "patch"]);
const COUNTED = new Set(
  (
    "type enum const format pattern minLength maxLength minimum maximum exclusiveMinimum exclusiveMaximum multipleOf " +
    "minItems maxItems minProperties maxProperties oneOf anyOf not"
  ).split(" "),
);

function examples(content: Json): number {
  return entries(member(content, "examples")).length || Number(member(content, "example") !== undefined) || 1;
}

function promisesOf(root: JsonObject): ReadonlyMap<string, Promises> {
  const resolve = (value: Json | undefined): Json | undefined => {
    const reference = member(value, "$ref");
    if (typeof reference !== "string") return value;
    return resolve(reference.slice(2).split("/").reduce<Json | undefined>(member, root));
  };
  const keywords = (given: Json | undefined): number => {
    const schema = resolve(given);
    if (!isObject(schema)) return 0;
    let count = Object.keys(schema).filter((key) => COUNTED.has(key)).length;
    count += Number(schema["uniqueItems"] === true) + Number(schema["additionalProperties"] === false);
    const properties = entries(schema["properties"]).filter(([, one]) => member(one, "readOnly") !== true);
    count += list(schema["required"]).length;
    count += entries(schema["dependentRequired"]).reduce((sum, [, names]) => sum + list(names).length, 0);
    for (const [, property] of properties) count += keywords(property);
    for (const one of [schema["items"], schema["additionalProperties"]]) count += keywords(one);
    for (const key of ["oneOf", "anyOf", "allOf"])
      for (const one of list(schema[key])) count += keywords(one);
    return count;
  };
  const contentsOf = (owner: Json | undefined): readonly (readonly [string, Json])[] =>
    entries(member(resolve(owner), "content"));

  const found = new Map<string, Promises>();
  for (const [, item] of entries(root["paths"])) {
    for (const [method, operation] of entries(item)) {
      if (!METHODS.has(method)) continue;
      let [answers, refusals] = [0, 0];
      for (const [, response] of entries(member(operation, "responses"))) {
        const contents = contentsOf(response);
        answers += contents.length === 0 ? 1 : contents.reduce((sum, [, each]) => sum + examples(each), 0);
      }
      for (const given of [...list(member(item, "parameters")), ...list(member(operation, "parameters"))]) {
        const parameter = resolve(given);
        refusals += Number(member(parameter, "required") === true) + keywords(member(parameter, "schema"));
      }
      const body = resolve(member(operation, "requestBody"));
      refusals += Number(member(body, "required") === true);
      for (const [, content] of contentsOf(body)) refusals += keywords(member(content, "schema"));
      found.set(String(member(operation, "operationId")), { answers, refusals });
    }
  }
  return found;
}

function cellsOf({ cells }: Awaited<ReturnType<typeof readContract>>): ReadonlyMap<string, Promises> {
  return new Map(
    coverageOf(cells, []).rows.map(({ operation, tallies }) => [
      operation,
      { answers: tallies.answers.total, refusals: tallies.refusals.total },
    ]),
  );
}

const specs = [...(findWorkspace(import.meta.dirname)?.specs ?? [])];

test.each(specs)("every answer and every keyword of %s is a cell", async (name, spec) => {
  const promises = promisesOf((await load(spec)).document);
  expect(promises.size).toBeGreaterThan(2);
  expect(cellsOf(await readContract(pathToFileURL(spec), name))).toEqual(promises);
});

test("so it is for a document with everything that the specs lack", async () => {
  expect(cellsOf(await contractOf(keysDocument))).toEqual(promisesOf(keysDocument as unknown as JsonObject));
});
