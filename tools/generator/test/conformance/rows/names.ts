import type { Row } from "../row.ts";

export const names: readonly Row[] = [];
