import type { Content, Operation } from "@keysmith/generator";
import { callFunction, callMethod, schemesOf, type Bench } from "../bench.ts";
import type { Exchange } from "@keysmith/mock";
import type { FunctionCell, RequestCell } from "../cells/cell.ts";
import type { Finding } from "../finding.ts";
import { judgeArrival, judgeViolations } from "../judge/exchange.ts";
import { judgeAccept } from "../judge/accept.ts";
import { essence, judgeBody } from "../oracle/body.ts";
import { judgeCredentials } from "../oracle/credential.ts";
import { judgeParameters } from "../oracle/read-back.ts";
import { isFinding, observe } from "./observe.ts";

/** Sends one set of arguments; the mock must be content with it, and the bytes must mean what was given. */
export async function runRequest(bench: Bench, cell: RequestCell): Promise<readonly Finding[]> {
  const { operation, content, args } = cell;
  // It has every credential there is, and must choose.
  const client = bench.clientWith(bench.api.schemes.map(({ name }) => name));
  const headers = mediaTypeHeader(operation, content);
  const seen = await observe(bench, () => callMethod(client, operation, args, headers));
  if (isFinding(seen)) return [seen];
  const [exchange] = seen.exchanges;
  return [
    ...judgeArrival(operation, seen.exchanges),
    ...judgeViolations(seen.exchanges),
    ...(exchange === undefined ? [] : judgeParameters(bench.api, operation, args, exchange)),
    ...(exchange === undefined ? [] : await judgeBody(content, args.get("body"), exchange)),
    ...(exchange === undefined ? [] : judgeCredentials(bench.api, operation, exchange)),
    ...(exchange === undefined ? [] : judgeAccept(operation, exchange)),
    ...(seen.outcome.ok
      ? []
      : [{ culprit: "client", message: "a valid request must succeed", got: seen.outcome.error } as const]),
  ];
}

/** The first media type is the default; any other one has to be asked for. */
export function mediaTypeHeader(
  operation: Operation,
  content: Content | undefined,
): Readonly<Record<string, string>> {
  const other = content !== undefined && content !== operation.body?.contents[0];
  return other ? { "Content-Type": content.mediaType } : {};
}

/** What was asked for. The boundary between parts is made up for each request. */
function sentText({ method, target, headers, body }: Exchange): string {
  const type = headers.get("content-type") ?? "";
  const [, boundary = ""] = /;\s*boundary="?([^";]+)/.exec(type) ?? [];
  const content = new TextDecoder().decode(body);
  return [method, target, essence(type), boundary === "" ? content : content.replaceAll(boundary, "boundary")]
    .filter((part) => part !== "")
    .join(" ");
}

/** Calls the operation as a free function, which must do what the method does. */
export async function runFunction(
  bench: Bench,
  { operation, args }: FunctionCell,
): Promise<readonly Finding[]> {
  const client = bench.clientWith(schemesOf(operation));
  const method = await observe(bench, () => callMethod(client, operation, args, {}));
  const free = await observe(bench, () => callFunction(bench, client, operation, args));
  if (isFinding(method)) return [method];
  if (isFinding(free)) return [free];
  const [asMethod, asFunction] = [method, free].map(({ exchanges }) => exchanges.map(sentText).join(", "));
  return [
    ...judgeArrival(operation, free.exchanges),
    ...(asFunction === asMethod
      ? []
      : [
          {
            culprit: "client",
            message: "the function sends something else than the method",
            expected: asMethod,
            got: asFunction,
          } as const,
        ]),
    ...(free.outcome.ok
      ? []
      : [{ culprit: "client", message: "the function must succeed", got: free.outcome.error } as const]),
  ];
}
