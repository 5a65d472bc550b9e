import { callMethod, schemesOf, type Bench } from "../bench.ts";
import type { ServerCell } from "../cells/cell.ts";
import { credentialsFor } from "../credential.ts";
import type { Finding } from "../finding.ts";
import { isFinding, observe } from "./observe.ts";

/** Makes a client as an application has it, without the mock's address, and looks where the request would go. */
export async function runServer(
  bench: Bench,
  { operation, url, options, args }: ServerCell,
): Promise<readonly Finding[]> {
  let got: string | undefined;
  const fetch = async (request: Request): Promise<Response> => {
    got = request.url;
    return new Response(null, { status: 204 });
  };
  const auth = credentialsFor(bench.api, schemesOf(operation));
  const client = bench.clientOf({ ...options, auth });
  const seen = await observe(bench, () => callMethod(client, operation, args, {}, { fetch }));
  if (isFinding(seen)) return [seen];
  const path = operation.path
    .split(/\{[^}]*\}/)
    .map((literal) => literal.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`))
    .join("[^/]+");
  const rest = got?.startsWith(url) === true ? got.slice(url.length).split("?", 1)[0] : undefined;
  if (rest !== undefined && new RegExp(`^${path}$`).test(rest)) return [];
  return [
    {
      culprit: "generator",
      message: "the call goes to another server",
      expected: url + operation.path,
      got: got ?? seen.outcome,
    },
  ];
}
