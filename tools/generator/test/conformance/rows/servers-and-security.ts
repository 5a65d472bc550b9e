import type { Row } from "../row.ts";

export const serversAndSecurity: readonly Row[] = [];
