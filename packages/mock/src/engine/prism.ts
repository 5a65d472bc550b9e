import { createLogger } from "@stoplight/prism-core";
import { createInstance, getHttpOperationsFromSpec } from "@stoplight/prism-http";
import type { JsonObject } from "../document/json.ts";
import { METHODS } from "../document/parts.ts";
import type { Violation } from "./message.ts";

/** The one module that calls Prism. */

/** Prism's `DiagnosticSeverity.Error`. */
const ERROR = 0;

/** An operation as Prism reads it from the document. */
export type PrismOperation = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>[number];

/** What the answer shall be; chosen beforehand, so that Prism has nothing left to negotiate. */
export interface Wish {
  readonly code: number | undefined;
  readonly mediaType: string | undefined;
  readonly example: string | undefined;
}

export interface PrismInput {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: ReadonlyMap<string, string>;
  /** Parsed when it is JSON, else text; undefined when there is none. */
  readonly body: unknown;
}

export interface PrismOutput {
  readonly status: number;
  readonly headers: ReadonlyMap<string, unknown>;
  readonly body: unknown;
  readonly violations: readonly Violation[];
}

export interface Prism {
  /** Judges a request and answers it. Rejects with what Prism would have answered as a problem. */
  answer(operation: PrismOperation, input: PrismInput, wish: Wish): Promise<PrismOutput>;
  /** What the document does not allow in an answer. */
  judge(operation: PrismOperation, answer: Omit<PrismOutput, "violations">): Promise<readonly Violation[]>;
}

/** Operations of a document; Prism changes what it is given, so it gets a copy. */
export async function operationsOf(document: JsonObject): Promise<readonly PrismOperation[]> {
  return getHttpOperationsFromSpec(structuredClone(document));
}

const CHECKS = {
  isProxy: false,
  checkSecurity: true,
  validateRequest: true,
  validateResponse: true,
  errors: false,
  upstreamProxy: undefined,
} as const;

const LOGGER = createLogger("mock", { level: "silent" });

/** Prism without its server and its router: it is given the one operation that a request is for. */
export function createPrism(): Prism {
  const whole = createInstance({ ...CHECKS, mock: { dynamic: false } }, { logger: LOGGER, route: theOnly });
  // Judges requests and answers nothing.
  const check = createInstance(
    { ...CHECKS, validateResponse: false, mock: { dynamic: false } },
    { logger: LOGGER, route: theOnly, mock: () => () => ({ _tag: "Right", right: { statusCode: 200 } }) },
  );
  const chosen = new WeakMap<PrismOperation, Map<string, PrismOutput>>();

  /** What the document answers to a valid request. It is the same every time: chosen and judged once. */
  const choose = async (
    operation: PrismOperation,
    request: PrismRequest,
    wish: Wish,
  ): Promise<PrismOutput> => {
    const known = chosen.get(operation) ?? new Map<string, PrismOutput>();
    chosen.set(operation, known);
    const key = `${wish.code} ${wish.mediaType} ${wish.example}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const unchecked = { ...asked(wish), checkSecurity: false, validateRequest: false };
    const output = outputOf(await whole.request(request, [operation], unchecked)());
    known.set(key, output);
    return output;
  };

  return {
    answer: async (operation, input, wish) => {
      const request = requestOf(operation, input);
      const checked = await check.request(request, [operation])();
      if ("left" in checked) throw checked.left;
      const found = checked.right.validations.input;
      if (found.some(({ severity }) => severity === ERROR))
        return outputOf(await whole.request(request, [operation], asked(wish))());
      const output = await choose(operation, request, wish);
      if (found.length === 0) return output;
      const warnings = found.map((each) => violation("request", each));
      return { ...output, violations: [...warnings, ...output.violations] };
    },
    judge,
  };
}

/** Prism writes into its configuration: a fresh one per request. */
function asked({ code, mediaType, example }: Wish) {
  const mock = {
    dynamic: false,
    // Without a list Prism reads the Accept header itself, and throws on one it cannot parse.
    mediaTypes: [mediaType ?? "*/*"],
    ...(code !== undefined && { code }),
    ...(example !== undefined && { exampleKey: example }),
  };
  return { ...CHECKS, mock };
}

type Instance = ReturnType<typeof createInstance>;
type PrismRequest = Parameters<Instance["request"]>[0];

function requestOf(operation: PrismOperation, { path, query, headers, body }: PrismInput): PrismRequest {
  const url = { path, query: queryObject(operation, query) };
  return { method: methodOf(operation), url, headers: Object.fromEntries(headers), body };
}

function outputOf(result: Awaited<ReturnType<ReturnType<Instance["request"]>>>): PrismOutput {
  if ("left" in result) throw result.left;
  const { output, validations } = result.right;
  return {
    status: output.statusCode,
    headers: new Map(
      Object.entries(output.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
    ),
    body: output.body,
    violations: [
      ...validations.input.map((found) => violation("request", found)),
      ...validations.output.map((found) => violation("response", found)),
    ],
  };
}

/** Has Prism "mock" the given answer: it judges what it mocks. */
async function judge(
  operation: PrismOperation,
  { status, headers, body }: Omit<PrismOutput, "violations">,
): Promise<readonly Violation[]> {
  const texts = Object.fromEntries([...headers].map(([name, value]) => [name, String(value)]));
  const right = { statusCode: status, headers: texts, body };
  const instance = createInstance(
    { ...CHECKS, checkSecurity: false, validateRequest: false, mock: { dynamic: false } },
    { logger: LOGGER, route: theOnly, mock: () => () => ({ _tag: "Right", right }) },
  );
  const request = { method: methodOf(operation), url: { path: operation.path } };
  const result = await instance.request(request, [operation])();
  if ("left" in result) throw result.left;
  return result.right.validations.output.map((found) => violation("response", found));
}

const theOnly: NonNullable<Parameters<typeof createInstance>[1]["route"]> = ({ resources: [operation] }) =>
  operation === undefined
    ? { _tag: "Left", left: new Error("no operation given") }
    : { _tag: "Right", right: operation };

function methodOf(operation: PrismOperation): (typeof METHODS)[number] {
  return METHODS.find((candidate) => candidate === operation.method.toLowerCase()) ?? "get";
}

/** Prism passes over an empty text, and not over a list that holds one. */
function queryObject({ request }: PrismOperation, query: URLSearchParams): Record<string, string | string[]> {
  const exploded = (request?.query ?? []).filter(
    ({ schema, explode }) => explode && schema?.type === "array",
  );
  const lists = new Set(exploded.map(({ name }) => name));
  const names = [...new Set(query.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = query.getAll(name);
      const [only = ""] = values;
      return [name, values.length > 1 || (only === "" && lists.has(name)) ? values : only];
    }),
  );
}

interface Diagnostic {
  readonly path?: readonly string[];
  readonly code?: string | number;
  readonly message: string;
  readonly severity: number;
}

function violation(
  where: Violation["in"],
  { path = [], code = "", message, severity }: Diagnostic,
): Violation {
  return { in: where, path, code: String(code), message, severity: severity === ERROR ? "error" : "warning" };
}
