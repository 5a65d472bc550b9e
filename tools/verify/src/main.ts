import { command } from "./command.ts";

/** `pnpm verify`. Exit codes: 0 no drift, 1 drift, 2 wrong use, 3 not everything could be verified. */

await command();
