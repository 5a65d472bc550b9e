import type { Row } from "../row.ts";

export const bodies: readonly Row[] = [];
