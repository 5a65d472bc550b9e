import type { Row } from "./row.ts";
import { answers } from "./table/answers.ts";
import { bodies } from "./table/bodies.ts";
import { incoming, shared } from "./table/both-ways.ts";
import { access, operations, words } from "./table/document.ts";
import { parameters } from "./table/parameters.ts";
import { results } from "./table/results.ts";

/** What callers send, and the operations they call. */
export const requests: readonly Row[] = [...operations, ...parameters, ...bodies, ...access];

/** What they read. */
export const responses: readonly Row[] = [...results, ...answers, ...shared, ...incoming, ...words];

/** Every edit that the verdicts are tried on. */
export const table: readonly Row[] = [...requests, ...responses];
