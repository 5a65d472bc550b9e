import type { Exchange } from "../../src/index.ts";
import type { HostileRequest } from "./requests.ts";
import type { Outcome } from "./wire.ts";

/** Statuses of each operation by its name, `4XX` and `default` included. */
export type Documented = ReadonlyMap<string, readonly string[]>;

/** What is wrong with the outcome of a request; undefined when all is well. */
export function fault(
  request: HostileRequest,
  outcome: Outcome,
  exchange: Exchange | undefined,
  documented: Documented,
): string | undefined {
  if (outcome === "silence") return "no answer within the limit";
  // A request that was cut off is owed nothing.
  if (outcome === "closed")
    return request.ends || request.hangUpAfter !== undefined
      ? undefined
      : "the connection was closed without an answer";
  if (typeof outcome === "string") return outcome;
  const { status, headers, body } = outcome;
  if (headers.get("content-type") === "application/problem+json") {
    if (body === "" && request.head.startsWith("HEAD ")) return undefined;
    const { type, status: told }: { type: unknown; status: unknown } = JSON.parse(body);
    if (typeof type !== "string" || told !== status) return `a broken problem document: ${body}`;
    return status >= 500 ? `an answer for what should not happen: ${body}` : undefined;
  }
  // What other processes say to a mock is no exchange.
  if (request.head.includes(" /__mock")) return undefined;
  if (exchange === undefined) return `status ${status} without a problem document, and no exchange`;
  if (status === 204 && exchange.method === "OPTIONS") return undefined;
  const broken = exchange.violations.find((violation) => violation.in === "response");
  if (broken !== undefined) return `an answer that the document does not allow: ${broken.message}`;
  const codes = documented.get(exchange.operation ?? "") ?? [];
  const fits = [String(status), `${String(status)[0]}XX`, "default"].some((code) => codes.includes(code));
  return fits ? undefined : `undocumented status ${status} of ${exchange.operation}`;
}
