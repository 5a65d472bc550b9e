import { expect, test } from "vitest";
import { tryMutants, type Trial } from "../src/mutants/control.ts";
import { apiDefinitionOf } from "../src/mutants/api-definition.ts";
import { changesOfJson } from "../src/mutants/json-changes.ts";
import type { Mutant, Sabotage } from "../src/mutants/mutant.ts";
import { mutantsOf, runnable } from "../src/mutants/mutants.ts";
import { definitionOf } from "../src/mutants/sabotage.ts";
import { scoreOf } from "../src/mutants/score.ts";
import { contractOf } from "./check-document.ts";
import { keysDocument } from "./keys-document.ts";
import { keysPackage, type Package } from "./keys-package.ts";

const contract = await contractOf(keysDocument);

function subjectOf({ client, exports }: Package): Parameters<typeof tryMutants>[0] {
  return { spec: new URL("file:///keys.json"), name: "keys", client, package: exports };
}

/** What comes of sabotage that is tried on every cell. */
async function tried(sabotages: Readonly<Record<string, Sabotage>>): Promise<readonly Trial[]> {
  const cells = runnable(contract);
  return tryMutants(subjectOf(keysPackage()), contract, () =>
    Object.entries(sabotages).map(([title, sabotage]): Mutant => ({ kind: "mock", title, sabotage, cells })),
  );
}

/** What no cell can see in the document of keys, which has all that the validators do not understand. */
const judged = {
  "getKey, mock: query parameter fields forgets type": "A list of one is the text of its item.",
  "getKey, mock: query parameter fields /* forgets type": "All of a query is text.",
  "createKey, mock: cookie parameter session need not be there": "Prism does not look into cookies.",
  "createKey, mock: cookie parameter session forgets minLength": "Prism does not look into cookies.",
  "createKey, mock: body application/json /id forgets type": "It is read-only, so no request has it.",
  "createKey, mock: body application/json /colour forgets format": "No validator knows this format.",
  "createKey, mock: body multipart/form-data forgets type": "It is a form whatever it says.",
  "createKey, mock: body multipart/form-data /label forgets type": "All of a form is text.",
  "createKey, mock: body multipart/form-data /notes forgets type": "A list of one is the text of its item.",
  "createKey, mock: body multipart/form-data /notes/* forgets type": "All of a form is text.",
  "createKey, mock: body multipart/form-data /notes/* forgets maxLength":
    "Prism takes a list in a form for one text.",
};

test("the suite sees whatever is broken, but for what nothing can see", async () => {
  const score = scoreOf(await tryMutants(subjectOf(keysPackage()), contract), judged);
  expect(score.problems).toEqual([]);
  expect(score.made).toBeGreaterThan(1000);
}, 300_000);

test("what is rebuilt without a change survives: nothing is caught for having been touched", async () => {
  const { exports } = keysPackage();
  const names = contract.api.operations.map(({ name }) => name);
  const trials = await tried({
    request: { request: (sent) => ({ ...sent }) },
    answer: { answer: (given) => ({ ...given }) },
    api: { api: apiDefinitionOf(contract.api) },
    exports: { exports: {} },
    journal: { journal: (exchange) => ({ ...exchange }) },
    document: { document: structuredClone(contract.document) },
    ...Object.fromEntries(names.map((name) => [`call ${name}`, { call: [name, (call: object) => call] }])),
    ...Object.fromEntries(
      names.flatMap((name) => {
        const definition = definitionOf(Reflect.get(exports, name));
        return definition === undefined
          ? []
          : [[`definition ${name}`, { definition: [name, { ...definition }] }]];
      }),
    ),
  });
  expect(
    trials.filter(({ caughtBy }) => caughtBy).map(({ mutant, findings }) => [mutant.title, findings]),
  ).toEqual([]);
  expect(trials).toHaveLength(6 + 2 * names.length);
});

function fall(): never {
  throw new RangeError("no");
}

test("a suite that falls over has caught nothing", async () => {
  const [trial] = await tried({ falling: { exports: { isApiError: fall } } });
  expect(trial?.caughtBy).toBeUndefined();
});

test("a mutant that never comes to pass is a fault of the control", async () => {
  await expect(tried({ idle: { request: () => undefined } })).rejects.toThrow("idle: no cell made it happen");
});

test("a suite that is red without any mutant proves nothing", async () => {
  const broken = subjectOf(keysPackage({ exports: { ping: undefined } }));
  await expect(tryMutants(broken, contract, () => [])).rejects.toThrow(
    /every cell is green[^]*function ping/,
  );
});

test("every mutant has a name of its own and cells that could see it", () => {
  const mutants = mutantsOf(subjectOf(keysPackage()), contract, new Map());
  expect(new Set(mutants.map(({ title }) => title)).size).toBe(mutants.length);
  expect(mutants.filter(({ cells }) => cells.length === 0)).toEqual([]);
});

test("every part of a value is broken once in every way", () => {
  const value = { id: 2, tags: ["a", "b"], owner: null };
  const changes = changesOfJson(value).map(({ what, make }) => `${what}: ${JSON.stringify(make(value))}`);
  expect(changes).toEqual([
    "the whole is null: null",
    'the whole is of another type: [{"id":2,"tags":["a","b"],"owner":null}]',
    'the whole has a property more: {"id":2,"tags":["a","b"],"owner":null,"surplus":"more"}',
    '/id is dropped: {"tags":["a","b"],"owner":null}',
    '/id is renamed: {"idX":2,"tags":["a","b"],"owner":null}',
    '/id is null: {"id":null,"tags":["a","b"],"owner":null}',
    '/id is of another type: {"id":"2","tags":["a","b"],"owner":null}',
    '/id is another value: {"id":3,"tags":["a","b"],"owner":null}',
    '/tags is dropped: {"id":2,"owner":null}',
    '/tags is renamed: {"id":2,"tagsX":["a","b"],"owner":null}',
    '/tags is null: {"id":2,"tags":null,"owner":null}',
    '/tags is of another type: {"id":2,"tags":{"0":"a","1":"b"},"owner":null}',
    '/tags has an item more: {"id":2,"tags":["a","b","b"],"owner":null}',
    '/tags has lost its last item: {"id":2,"tags":["a"],"owner":null}',
    '/tags is in another order: {"id":2,"tags":["b","a"],"owner":null}',
    '/tags/0 is null: {"id":2,"tags":[null,"b"],"owner":null}',
    '/tags/0 is of another type: {"id":2,"tags":[["a"],"b"],"owner":null}',
    '/tags/0 is another value: {"id":2,"tags":["ax","b"],"owner":null}',
    '/tags/1 is null: {"id":2,"tags":["a",null],"owner":null}',
    '/tags/1 is of another type: {"id":2,"tags":["a",["b"]],"owner":null}',
    '/tags/1 is another value: {"id":2,"tags":["a","bx"],"owner":null}',
    '/owner is dropped: {"id":2,"tags":["a","b"]}',
    '/owner is renamed: {"id":2,"tags":["a","b"],"ownerX":null}',
    '/owner is of another type: {"id":2,"tags":["a","b"],"owner":"null"}',
  ]);
});

/** Trials by title; those in capitals were caught. */
function trialsOf(...titles: readonly string[]): readonly Trial[] {
  const [cell] = contract.cells;
  return titles.map((title) => ({
    mutant: { kind: "answer", title, sabotage: {}, cells: [] },
    caughtBy: title === title.toUpperCase() ? cell : undefined,
    findings: [],
  }));
}

const caught = Array.from({ length: 19 }, (_, index) => `CAUGHT ${index}`);

test("the floor is 95 %, and every survivor has to be judged", () => {
  expect(scoreOf(trialsOf(...caught, "one"), { one: "nothing can see it" })).toMatchObject({
    made: 20,
    caught: 19,
    kinds: [{ kind: "answer", made: 20, caught: 19 }],
    survivors: [{ mutant: "one", reason: "nothing can see it" }],
    problems: [],
  });
  expect(scoreOf(trialsOf(...caught, "one")).problems).toEqual(["survives, and nobody has judged it: one"]);
  const reasons = { one: "as above", two: "as above" };
  expect(scoreOf(trialsOf(...caught, "one", "two"), reasons).problems).toEqual([
    "19 of 21 mutants are caught, fewer than 95 %",
  ]);
});

test("the list of survivors only shrinks", () => {
  const { problems } = scoreOf(trialsOf(...caught, "one"), { one: "-", "CAUGHT 3": "-", gone: "-" });
  expect(problems).toEqual([
    "is listed as a survivor, but is caught or not made any more: CAUGHT 3",
    "is listed as a survivor, but is caught or not made any more: gone",
  ]);
});

test("two mutants of one name are one too few", () => {
  const { problems } = scoreOf(trialsOf(...caught, "CAUGHT 3"));
  expect(problems).toEqual(["there are two mutants of one name: CAUGHT 3"]);
});
