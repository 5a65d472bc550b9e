import type { Row } from "../row.ts";

export const references: readonly Row[] = [];
