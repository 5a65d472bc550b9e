import type { Row } from "../row.ts";

export const schemas: readonly Row[] = [];
