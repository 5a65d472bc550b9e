export { readContract, type Contract } from "../contract.ts";
export { refusalText, type Broken, type BrokenCell } from "./broken.ts";
export { replayCells, type Replay } from "./replay.ts";
