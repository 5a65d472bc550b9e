import { isDeepStrictEqual } from "node:util";
import type { Api, Json, Operation } from "@keysmith/generator";
import type { Cell } from "../cells/cell.ts";
import { errorClass } from "../judge/failure.ts";
import { functionOf } from "../subject.ts";
import type { Mutant, Sabotage } from "./mutant.ts";

/** Exports that are missing, that are another, or that lie. */
export function exportMutants(api: Api, cells: readonly Cell[], exports: object): readonly Mutant[] {
  return [...functions(api, cells, exports), ...classes(cells, exports), ...guards(cells, exports)];
}

function functions(api: Api, cells: readonly Cell[], exports: object): readonly Mutant[] {
  return api.operations.flatMap((operation) => {
    const { id, name } = operation;
    const other = api.operations.find((each) => each !== operation)?.name;
    const own = ofOperation(cells, operation);
    const make = (what: string, sabotage: Sabotage): Mutant => ({
      kind: "export",
      title: `${id}, export: ${what}`,
      sabotage,
      cells: own,
    });
    const free = functionOf(exports, name);
    const body = otherBody(operation, own);
    return [
      make("the function is missing", { exports: { [name]: undefined } }),
      make("the method is missing", { methods: { [name]: undefined } }),
      ...(other === undefined
        ? []
        : [make("the function is another", { exports: { [name]: Reflect.get(exports, other) } })]),
      ...(free === undefined || operation.parameters.every(({ required }) => !required)
        ? []
        : [
            make("the function forgets its arguments", {
              exports: { [name]: altering(free, exports, name, () => ({})) },
            }),
          ]),
      ...(free === undefined || body === undefined
        ? []
        : [
            make("the function sends another body", {
              exports: { [name]: altering(free, exports, name, (args) => ({ ...args, body })) },
            }),
          ]),
      make("the method does nothing", { methods: { [name]: () => undefined } }),
    ];
  });
}

/** The function as it is, but for its arguments. */
function altering(
  free: (...args: readonly unknown[]) => unknown,
  exports: object,
  name: string,
  change: (args: object) => object,
): object {
  const { definition } = Object(Reflect.get(exports, name));
  return Object.assign(
    (client: unknown, args: object, options: unknown) => free(client, change(args), options),
    { definition },
  );
}

/** A body that the document allows as well: nobody refuses it. */
function otherBody({ body }: Operation, own: readonly Cell[]): Json | undefined {
  const usual = own.find((cell) => cell.kind === "function")?.args.get("body");
  const examples = usual === undefined ? [] : (body?.contents[0]?.examples ?? []);
  return examples.find(({ value }) => !isDeepStrictEqual(value, usual))?.value;
}

/** The classes that a document's answers are thrown as, and those that everything thrown belongs to. */
function classes(cells: readonly Cell[], exports: object): readonly Mutant[] {
  const thrown = new Map<string, Cell[]>();
  for (const cell of cells) {
    if (cell.kind !== "response" || cell.code < 300) continue;
    for (const name of [errorClass(cell.code), "ApiError", "KeysmithError"])
      thrown.set(name, [...(thrown.get(name) ?? []), cell]);
  }
  thrown.set(
    "ConfigError",
    cells.filter(({ kind }) => kind === "credential"),
  );
  for (const name of ["AbortError", "NetworkError", "ResponseParseError", "TimeoutError"])
    thrown.set(
      name,
      cells.filter(({ kind }) => kind !== "response"),
    );
  return [...thrown].flatMap(([name, own]): readonly Mutant[] =>
    own.length === 0 || Reflect.get(exports, name) === undefined
      ? []
      : [
          {
            kind: "export",
            title: `export ${name} is missing`,
            sabotage: { exports: { [name]: undefined } },
            cells: own,
          },
          {
            kind: "export",
            title: `export ${name} is another class`,
            sabotage: { exports: { [name]: class extends Error {} } },
            cells: own,
          },
        ],
  );
}

function guards(cells: readonly Cell[], exports: object): readonly Mutant[] {
  const honest = functionOf(exports, "isApiError");
  const failing = cells.filter((cell) => cell.kind === "response" && cell.code >= 300);
  if (honest === undefined || failing.length === 0) return [];
  const make = (what: string, isApiError: (...args: readonly unknown[]) => unknown): Mutant => ({
    kind: "export",
    title: `export isApiError ${what}`,
    sabotage: { exports: { isApiError } },
    cells: failing,
  });
  return [
    make("always says no", () => false),
    make("always says yes", () => true),
    make("does not look at the operation", (error, _, status) => honest(error, undefined, status)),
    make("does not look at the status", (error, call) => honest(error, call)),
  ];
}

function ofOperation(cells: readonly Cell[], operation: Operation): readonly Cell[] {
  return cells.filter((cell) => cell.operation === operation);
}
