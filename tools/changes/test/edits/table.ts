import type { Row } from "./row.ts";
import { incoming, shared } from "./table/both-ways.ts";
import { access, operations, words } from "./table/document.ts";
import { bodies, parameters } from "./table/requests.ts";
import { answers, results } from "./table/responses.ts";

/** Every edit that the verdicts are tried on. */
export const table: readonly Row[] = [
  ...operations,
  ...parameters,
  ...bodies,
  ...results,
  ...answers,
  ...shared,
  ...incoming,
  ...access,
  ...words,
];
