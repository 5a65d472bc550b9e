import { perApi } from "./per-api.ts";

/** Environment variables that serve where no option is given, by the names of their schemes. */
export const environmentVariables = perApi(
  ({ schemes }) => new Map(schemes.map(({ name, env }): [string, string | undefined] => [name, env])),
);
