import type { Operation } from "@keysmith/generator";
import type { Mock } from "@keysmith/mock";
import { callFunction, callMethod, MissingFunction, schemesOf, startBench, type Bench } from "../bench.ts";
import type { Cell, RequestCell, SourceCell } from "../cells/cell.ts";
import type { Contract } from "../contract.ts";
import { credentialFor, credentialsFor } from "../credential.ts";
import { openDocument } from "../document/document.ts";
import { createValidator, type Validator } from "../judge/validator.ts";
import { isFinding, observe, type Observation } from "../run/observe.ts";
import { runRepeat } from "../run/repeat.ts";
import { mediaTypeHeader } from "../run/request.ts";
import { runSecrecy } from "../run/secrecy.ts";
import { runServer } from "../run/server.ts";
import { runSilence } from "../run/silence.ts";
import { functionOf, type Subject } from "../subject.ts";
import { brokenOf, refusalOf, shown, type Broken, type BrokenCell } from "./broken.ts";
import { loosened } from "./loosened.ts";
import { replayPages } from "./pages.ts";
import { replayResponse } from "./response.ts";

/** Two states of a document, and the package that the second one makes. */
export interface Replay {
  readonly before: Contract;
  readonly after: Contract;
  /** The new package. */
  readonly subject: Subject;
  /** A mock of the new document. Default: one of this workspace. */
  readonly mock?: Mock;
}

/**
 * Runs the cells of an old document through a new client against a mock of the new document. They are judged by what a
 * user of the old release relies on: its calls are accepted, its answers come as what they were and fit the old schemas.
 * What the new document adds, allows or shows in its examples breaks nobody.
 */
export async function replayCells({ before, after, subject, mock }: Replay): Promise<readonly BrokenCell[]> {
  // Cells, credentials and schemas are the old ones, what is served is the new document.
  const bench = await startBench(subject, { ...before, document: after.document }, mock);
  const validator = createValidator(openDocument(loosened(before.opened.root)));
  try {
    const broken: BrokenCell[] = [];
    for (const operation of before.api.operations) {
      const now = after.api.operations.find(({ name }) => name === operation.name);
      const cells = relied(before.cells, operation, operation === before.api.operations[0]);
      broken.push(...(await replayOperation({ bench, validator, now }, operation, cells)));
    }
    return broken;
  } finally {
    await bench.close();
  }
}

/**
 * The cells that say something to users. Refusals do not: who loosens one breaks nobody. Nor do proofs of types: they
 * hold by the new document's own. What is the same for every operation is tried with one.
 */
function relied(cells: readonly Cell[], operation: Operation, first: boolean): readonly Cell[] {
  const seen = new Set<string>();
  return cells.filter((cell) => {
    if (cell.operation !== operation) return false;
    switch (cell.kind) {
      case "request":
      case "function":
      case "server":
      case "source":
        return true;
      case "repeat":
        return cell.repeated;
      case "secrecy":
      case "silence":
        return first;
      case "response":
        // Examples are asked for by those of the new document.
        return once(seen, `${cell.response.status} ${cell.body?.content.mediaType}`);
      case "pages":
        return once(seen, `pages ${JSON.stringify([...cell.args])}`);
      case "credential":
      case "malformed":
      case "refusal":
      case "type":
      case "uncheckable":
        return false;
      default:
        throw new TypeError(`unknown kind of cell: ${String(cell satisfies never)}`);
    }
  });
}

function once(seen: Set<string>, key: string): boolean {
  return !seen.has(key) && seen.add(key).size > 0;
}

interface Ground {
  readonly bench: Bench;
  readonly validator: Validator;
  /** What has become of the operation; undefined when it is gone. */
  readonly now: Operation | undefined;
}

async function replayOperation(
  { bench, validator, now }: Ground,
  operation: Operation,
  cells: readonly Cell[],
): Promise<readonly BrokenCell[]> {
  const [smallest] = cells;
  if (smallest === undefined) return [];
  const client = bench.clientWith([]);
  if (now === undefined || functionOf(client, operation.name) === undefined)
    return [{ cell: smallest, message: `there is no ${operation.name} any more` }];
  const broken: BrokenCell[] = [];
  for (const cell of cells) {
    // Everything but another request needs the smallest one: what refuses that refuses them all, and is told once.
    if (cell.kind !== "request" && broken.some((each) => each.cell === smallest)) continue;
    for (const each of await judged(bench, cell, now, validator))
      if (!broken.some(({ message }) => message === each.message)) broken.push({ cell, ...each });
  }
  return broken;
}

async function judged(
  bench: Bench,
  cell: Cell,
  now: Operation,
  validator: Validator,
): Promise<readonly Broken[]> {
  bench.forget();
  try {
    return await brokenBy(bench, cell, now, validator);
  } catch (error) {
    // As a client that does not take the credential the old document speaks of.
    if (error instanceof MissingFunction) return [{ message: error.message }];
    return [{ message: `the package refuses what the old document allows: ${shown(error)}` }];
  }
}

async function brokenBy(
  bench: Bench,
  cell: Cell,
  now: Operation,
  validator: Validator,
): Promise<readonly Broken[]> {
  const { operation } = cell;
  switch (cell.kind) {
    case "request":
      return replayRequest(bench, cell, now);
    case "function": {
      const client = bench.clientWith(schemesOf(operation));
      return accepted(await observe(bench, () => callFunction(bench, client, operation, cell.args)));
    }
    case "response":
      return replayResponse(bench, cell, now, validator);
    case "pages":
      return replayPages(bench, cell, now);
    case "source":
      return replaySource(bench, cell);
    case "server":
      // The way there may be another one.
      return (await runServer(bench, { ...cell, operation: now })).map(brokenOf);
    case "repeat":
      return (await runRepeat(bench, cell)).map(brokenOf);
    case "silence":
      return (await runSilence(bench, cell)).map(brokenOf);
    case "secrecy":
      // What the error shows is known by its name.
      return (await runSecrecy(bench, cell)).map(({ message }) => ({ message }));
    default:
      return [];
  }
}

async function replayRequest(bench: Bench, cell: RequestCell, now: Operation): Promise<readonly Broken[]> {
  const { operation, content, args } = cell;
  const known = new Set(["body", ...now.parameters.map(({ argument }) => argument)]);
  const dropped = [...args.keys()].filter((name) => !known.has(name));
  const client = bench.clientWith(bench.api.schemes.map(({ name }) => name));
  const headers = mediaTypeHeader(operation, content);
  const seen = await observe(bench, () => callMethod(client, operation, args, headers));
  const refused = accepted(seen);
  return refused.length > 0
    ? refused
    : dropped.map((name) => ({ message: `the argument ${name} is not sent any more` }));
}

async function replaySource(bench: Bench, cell: SourceCell): Promise<readonly Broken[]> {
  const { operation, scheme, needed, from, args } = cell;
  const secret = credentialFor(scheme);
  const others = needed.filter((name) => name !== scheme.name);
  const given = from === "function" ? { [scheme.name]: () => secret } : {};
  const auth = { ...credentialsFor(bench.api, others), ...given };
  const environment = scheme.env !== undefined && from === "environment" ? { [scheme.env]: secret } : {};
  const client = bench.clientOf({ baseUrl: bench.url, auth }, environment);
  return accepted(await observe(bench, () => callMethod(client, operation, args, {})));
}

function accepted(seen: Awaited<ReturnType<typeof observe>>): readonly Broken[] {
  if (isFinding(seen)) return [brokenOf(seen)];
  const broken = refusalOf(seen satisfies Observation);
  return broken === undefined ? [] : [broken];
}
