import { member } from "../document/json.ts";
import { MockError, messageOf } from "../errors.ts";
import type { AnyOperations, MockOperations, OperationId } from "../scenario/operations.ts";
import type { Script } from "../scenario/scenario.ts";
import { fromJson, type JsonCall, type RemoteCall } from "./call.ts";
import { record } from "./script.ts";

/** What a test says to a mock that runs in another process. As {@link MockScope}, but every answer takes its time. */
export interface RemoteScope<Operations extends MockOperations<Operations> = AnyOperations> {
  /** Base URL for a client. */
  readonly url: string;
  /**
   * Says how an operation answers from now on. Rejects with {@link MockError} for what the document does not have, and
   * for functions, which cannot travel.
   *
   * @example
   * await mock.on("getUserApiKey", (key) => key.reply(404).once());
   */
  on<Id extends OperationId<Operations>>(
    operation: Id,
    say: (script: Script<Operations[Id]>) => unknown,
  ): Promise<void>;
  /** What was asked of an operation so far, as {@link MockScope.calls} has it. */
  calls<Id extends OperationId<Operations>>(operation: Id): Promise<readonly RemoteCall<Operations[Id]>[]>;
  /** As new: no scenarios, an empty journal, state as the examples have it. */
  reset(): Promise<void>;
}

/**
 * Takes hold of a mock server that another process runs: `keysmith-mock`, or the global setup of a test run. Each test
 * file names a scope of its own, and nothing that it says or does reaches the others. The scope is as new then: what an
 * earlier run said to it is forgotten.
 *
 * Rejects with {@link MockError} when no mock answers there.
 *
 * @param url - The mock's address, `http://127.0.0.1:4010`.
 * @param scope - Name of a scope: letters, digits, `-`, `_`, `.` and `~`. Default: the one that requests without a
 *   scope belong to.
 *
 * @example
 * const mock = await connectMock<AutomoxMockOperations>("http://127.0.0.1:4010", "rotation");
 * const automox = createAutomox({ baseUrl: mock.url, auth: { bearerAuth: "any" } });
 */
export async function connectMock<Operations extends MockOperations<Operations> = AnyOperations>(
  url: string,
  scope?: string,
): Promise<RemoteScope<Operations>> {
  const base = url.replace(/\/+$/, "");
  const control = scope === undefined ? `${base}/__mock` : `${base}/__mock/${encodeURIComponent(scope)}`;
  const remote: RemoteScope<Operations> = {
    url: scope === undefined ? base : control,
    on: async (operation, say) => {
      const script = record(operation, say);
      await ask(control, { method: "POST", body: JSON.stringify({ operation, script }) });
    },
    calls: async (operation) => {
      const calls = await ask(`${control}?operation=${encodeURIComponent(operation)}`, {});
      return (calls as readonly JsonCall[]).map(fromJson);
    },
    reset: async () => {
      await ask(control, { method: "DELETE" });
    },
  };
  // Also makes the scope, so that requests to it are answered.
  await remote.reset();
  return remote;
}

/** Asks the control. Rejects with {@link MockError}: what the mock said, or that there is none. */
async function ask(url: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(url, init).catch((error: unknown) => {
    throw new MockError(`No mock answers at ${url}: ${messageOf(member(error, "cause") ?? error)}`);
  });
  const text = await response.text();
  const said = parsed(text);
  if (response.ok && (text === "" || said !== undefined)) return said;
  const detail = member(said, "detail");
  throw new MockError(
    typeof detail === "string"
      ? detail
      : `No mock answers at ${url}: found ${response.status} ${JSON.stringify(text.slice(0, 80))}`,
  );
}

/** Undefined where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
