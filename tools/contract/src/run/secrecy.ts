import { inspect } from "node:util";
import { callMethod, schemesOf, type Bench } from "../bench.ts";
import type { SecrecyCell } from "../cells/cell.ts";
import type { Finding } from "../finding.ts";
import { isFinding, observe } from "./observe.ts";

/** Has an error hold every secret there is: as data it must be there, and nowhere where the error is shown. */
export async function runSecrecy(
  bench: Bench,
  { operation, names, args }: SecrecyCell,
): Promise<readonly Finding[]> {
  const body = Object.fromEntries(names.map((name) => [name, `secret of ${name}`]));
  const fetch = async (): Promise<Response> => Response.json(body, { status: 500 });
  const client = bench.clientWith(schemesOf(operation));
  const seen = await observe(bench, () => callMethod(client, operation, args, {}, { fetch }));
  if (isFinding(seen)) return [seen];
  const error: unknown = seen.outcome.ok ? undefined : seen.outcome.error;
  const held = Object(Reflect.get(Object(error), "body"));
  const shown = [inspect(error, { depth: 8 }), JSON.stringify(error), String(error)].join("\n");
  return names.flatMap((name): readonly Finding[] => [
    ...(held[name] === body[name]
      ? []
      : [
          {
            culprit: "client",
            message: `the caller does not get ${name}`,
            expected: body,
            got: held,
          } as const,
        ]),
    ...(shown.includes(`secret of ${name}`)
      ? [{ culprit: "generator", message: `${name} is secret, and the error shows it`, got: shown } as const]
      : []),
  ]);
}
