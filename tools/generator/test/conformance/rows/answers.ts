import type { Row } from "../row.ts";

export const answers: readonly Row[] = [];
