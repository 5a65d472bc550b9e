import { fileURLToPath } from "node:url";
import { openDocument } from "@keysmith/contract/document";
import { load, read } from "@keysmith/generator";
import { expect, test } from "vitest";
import { readArguments } from "../src/arguments/given.ts";
import { Harvest } from "../src/arguments/harvest.ts";
import { isResolved, plain } from "../src/arguments/resolve.ts";
import { argumentsFor } from "../src/lifecycle/record.ts";
import { type Resource, resourcesOf, type Step } from "../src/lifecycle/resources.ts";
import type { Run } from "../src/run/run.ts";

/** What a run may make and delete again, and by which names it calls it. */

const source = await load(fileURLToPath(new URL("fixtures/nested.yaml", import.meta.url)));
const api = read(source, "nested");
const resources = resourcesOf(api, openDocument(source.document));

function stepsOf({ create, steps, remove }: Resource): readonly Step[] {
  return [create, ...steps, remove];
}

function told({ operation, action }: Step): string {
  return `${action} ${operation.id}`;
}

test("resources are declared, or plain from the paths; what cannot be made is none", () => {
  expect(resources.map((resource) => [resource.name, stepsOf(resource).map(told)])).toEqual([
    ["mark", ["create createMark", "update changeMark", "delete deleteMark"]],
    [
      "/teams/{team}/keys",
      [
        "create createKey",
        "list listKeys",
        "read getKey",
        "update changeKey",
        "renew rotateKey",
        "delete deleteKey",
      ],
    ],
  ]);
});

/** A run that knows of teams and keys of others. */
function runWith(...pairs: readonly string[]): Run {
  const harvest = new Harvest();
  for (const operation of api.operations.filter(({ method }) => method === "GET"))
    harvest.add(operation, [{ id: 1 }]);
  const given = readArguments(api, { pairs, file: undefined, environment: {} });
  return { provider: { api }, harvest, given } as unknown as Run;
}

function argumentsOf(run: Run, operation: string): unknown {
  const resource = resources.find((one) => stepsOf(one).some((step) => step.operation.id === operation));
  const step = resource && stepsOf(resource).find((one) => one.operation.id === operation);
  const args = step && argumentsFor(run, resource, step, "ours");
  return args === undefined || !isResolved(args) ? args?.reason : plain(args);
}

test("arguments of one operation are taken by its id as by its name", () => {
  const operations = api.operations.map((operation) => ({ ...operation, id: `${operation.name}-v1` }));
  const pairs = ["getKey-v1.team=7", "deleteKey.team=8"];
  const given = readArguments({ ...api, operations }, { pairs, file: undefined, environment: {} });
  const valueOf = (name: string): unknown => {
    const operation = operations.find((one) => one.name === name);
    const team = operation?.parameters.find(({ argument }) => argument === "team");
    return operation && team && given.valueOf(operation, team)?.value;
  };
  expect([valueOf("getKey"), valueOf("deleteKey"), valueOf("changeKey")]).toEqual([7, 8, undefined]);
});

test.each(["getKey", "changeKey", "rotateKey", "deleteKey"])(
  "%s is called with the id of the run alone",
  (operation) => {
    expect(argumentsOf(runWith("team=7", "key=theirs"), operation)).toEqual({ team: 7, key: "ours" });
  },
);

test("nothing is made in, or deleted from, what a list answered with", () => {
  expect(argumentsOf(runWith(), "createKey")).toBe("needs --arg team=…");
  expect(argumentsOf(runWith(), "deleteKey")).toBe("needs --arg team=…");
});

test("a change that does not name its record is not made", () => {
  expect(argumentsOf(runWith("id=theirs"), "changeMark")).toBe(
    "the document does not say where its request names a record",
  );
});
