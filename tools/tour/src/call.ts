import { type Api, type Operation, sampleArguments } from "@keysmith/generator";
import { type ApiCall, isApiError, type PagedCall } from "@keysmith/runtime";

/** One row of the tour. */
export interface Stop {
  readonly operation: Operation;
  readonly passed: boolean;
  /** Absent when no answer came. */
  readonly status: number | undefined;
  readonly milliseconds: number;
  /** What came back, or why it failed. */
  readonly result: string;
}

/** Calls one operation with the smallest valid arguments; a paged list is walked to its end. */
export async function callOperation(client: object, api: Api, operation: Operation): Promise<Stop> {
  const start = performance.now();
  const stop = (passed: boolean, status: number | undefined, result: string): Stop => ({
    operation,
    passed,
    status,
    milliseconds: performance.now() - start,
    result,
  });
  try {
    const method = methodOf(client, operation);
    if (!method) return stop(false, undefined, `the client has no method ${operation.name}`);
    const args = sampleArguments(api, operation, "required");
    const call = args.size === 0 ? method() : method(Object.fromEntries(args));
    const { data, meta } = await call.withResponse();
    if (!operation.pagination) return stop(isDocumented(operation, meta.status), meta.status, describe(data));
    let count = 0;
    for await (const _ of (call as PagedCall<unknown>).items()) count += 1;
    return stop(
      isDocumented(operation, meta.status),
      meta.status,
      `${count} item${count === 1 ? "" : "s"} walked`,
    );
  } catch (error) {
    const status = isApiError(error) ? error.status : undefined;
    return stop(false, status, error instanceof Error ? error.message : String(error));
  }
}

type Method = (args?: object) => ApiCall<unknown> | PagedCall<unknown>;

/** The model, not a type, says which methods a client has: the tour knows no provider by name. */
function methodOf(client: object, operation: Operation): Method | undefined {
  const method: unknown = Reflect.get(client, operation.name);
  return typeof method === "function" ? (method as Method) : undefined;
}

function isDocumented(operation: Operation, status: number): boolean {
  return operation.responses.some((response) => response.status === status || response.status === "2XX");
}

/** Names what came back without showing it: these answers hold secrets. */
function describe(data: unknown): string {
  if (data === undefined) return "no body";
  if (data === null) return "null";
  if (Array.isArray(data)) return `list of ${data.length}`;
  if (typeof data !== "object") return typeof data;
  const keys = Object.keys(data);
  if (keys.length === 0) return "{}";
  return `{ ${keys.slice(0, SHOWN_KEYS).join(", ")}${keys.length > SHOWN_KEYS ? ", …" : ""} }`;
}

const SHOWN_KEYS = 4;
