import type { GeneratedFile } from "../../src/emit/target.ts";
import type { Row, Usage } from "./row.ts";

/** What a row says of the use of its package, as a program. */
export function usageProgram(row: Row): GeneratedFile {
  const usage: Usage = row.status === "refused" ? {} : row;
  const { options = "{}", calls = {}, types = {}, wrong = [] } = usage;
  const lines = [
    'import type * as types from "@keysmith/contract/types";',
    'import * as sdk from "./src/index.ts";',
    `export const create = (baseUrl: string) => sdk.createSample({ baseUrl, ...${options} });`,
    "export const calls = [",
    ...Object.keys(calls).map((call) => `  async (client: sdk.Sample): Promise<unknown> => (${call}),`),
    "];",
    "export type Types = [",
    ...["true", ...Object.entries(types).map(([one, other]) => `types.Equal<${one}, ${other}>`)].map(
      (fact) => `  types.Proven<${fact}>,`,
    ),
    "];",
    "export function wrong(client: sdk.Sample): unknown {",
    ...wrong.flatMap((call) => ["  // @ts-expect-error This is what must not compile.", `  ${call};`]),
    "  return client;",
    "}",
  ];
  return { path: "usage.ts", text: `${lines.join("\n")}\n` };
}
