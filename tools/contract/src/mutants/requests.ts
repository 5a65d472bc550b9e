import type { Api, Operation } from "@keysmith/generator";
import type { Cell } from "../cells/cell.ts";
import { bodyChanges } from "./bodies.ts";
import { credentialChanges } from "./credentials.ts";
import { headerChange } from "./headers.ts";
import type { Change, Mutant } from "./mutant.ts";
import { parameterChanges } from "./parameters.ts";
import { wireText, type Sent } from "./sent.ts";
import { successHasBody } from "./success-body.ts";

/**
 * Everything that can be wrong with a request, for every different request that the cells send.
 *
 * @param sent what each cell sends when nothing is broken.
 */
export function requestMutants(
  api: Api,
  cells: readonly Cell[],
  sent: ReadonlyMap<Cell, Sent>,
): readonly Mutant[] {
  return api.operations.flatMap((operation) => {
    const own = cells.filter((cell) => cell.operation === operation && honest.has(cell.kind));
    const requests = own.filter((cell) => cell.kind === "request");
    // The one that sends most shows most.
    const all = requests.toSorted((one, other) => other.args.size - one.args.size)[0];
    const wanted = api.schemes.filter(({ name }) =>
      (operation.security[0] ?? []).some(({ scheme }) => scheme === name),
    );
    const general = [
      ...whole,
      ...accepted(operation),
      ...parameterChanges(operation),
      ...wanted.flatMap(credentialChanges),
      ...target(operation),
    ];
    const seen = new Set<string>();
    return [
      ...["twice", "never"].map((how) => count(operation, how, own)),
      ...(all === undefined ? [] : mutants(operation, all, general, own, sent)),
      ...requests.flatMap((cell) => {
        const key = JSON.stringify([sent.get(cell)?.body, sent.get(cell)?.headers.get("content-type")]);
        if (seen.has(key)) return [];
        seen.add(key);
        return mutants(operation, cell, bodyChanges(sent.get(cell)?.body), own, sent);
      }),
    ];
  });
}

/** Cells that send what the document allows. Others break requests themselves, and would see two faults that make a third. */
const honest: ReadonlySet<Cell["kind"]> = new Set(["request", "function", "response", "pages"]);

function mutants(
  operation: Operation,
  cell: Cell,
  changes: readonly Change<Sent>[],
  own: readonly Cell[],
  sent: ReadonlyMap<Cell, Sent>,
): readonly Mutant[] {
  const healthy = sent.get(cell);
  if (healthy === undefined) return [];
  return changes.flatMap(({ what, make }): readonly Mutant[] => {
    const changed = make(healthy);
    if (changed === undefined || wireText(changed) === wireText(healthy)) return [];
    const body =
      cell.kind === "request" && what.startsWith("body") ? ` (${cell.title.replace(/^request /, "")})` : "";
    return [
      {
        kind: "request",
        title: `${operation.id}, request: ${what}${body}`,
        sabotage: { request: make },
        cells: [cell, ...own.filter((other) => other !== cell)],
      },
    ];
  });
}

function count(operation: Operation, how: string, own: readonly Cell[]): Mutant {
  return {
    kind: "request",
    title: `${operation.id}, request: it is sent ${how}`,
    sabotage: { request: () => (how === "twice" ? "twice" : "never") },
    cells: own,
  };
}

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"];

/** What concerns a request as a whole. */
const whole = METHODS.map((method): Change<Sent> => ({
  what: `its method is ${method}`,
  make: (sent) => (sent.method === method ? undefined : { ...sent, method }),
}));

/** What is accepted matters where a success has a body. */
function accepted(operation: Operation): readonly Change<Sent>[] {
  if (!successHasBody(operation)) return [];
  return [
    headerChange("accept", "Accept is dropped", () => undefined),
    headerChange("accept", "Accept is another", () => "application/vnd.other"),
  ];
}

/** The literal parts of a path. */
function target({ path }: Operation): readonly Change<Sent>[] {
  const literals = new Set(path.split("/").filter((literal) => literal !== "" && !literal.includes("{")));
  return [
    ...[...literals].flatMap((literal) => [
      segment("another", literal, [`${literal}x`]),
      segment("dropped", literal, []),
      segment("there twice", literal, [literal, literal]),
      segment("in capitals", literal, [literal.toUpperCase()]),
    ]),
    {
      what: "the slash at the end of its path is the other way",
      make: (sent) => ({ ...sent, path: sent.path.endsWith("/") ? sent.path.slice(0, -1) : `${sent.path}/` }),
    },
  ];
}

function segment(what: string, literal: string, instead: readonly string[]): Change<Sent> {
  return {
    what: `path segment ${literal} is ${what}`,
    make: (sent) => {
      const segments = sent.path.split("/");
      const index = segments.indexOf(literal);
      return index === -1 ? undefined : { ...sent, path: segments.toSpliced(index, 1, ...instead).join("/") };
    },
  };
}
