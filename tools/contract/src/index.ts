export type { Cell } from "./cells/cell.ts";
export { describeContract } from "./describe.ts";
export { formatVerdict, type Culprit, type Finding, type Verdict } from "./finding.ts";
export type { Subject } from "./subject.ts";
export type { Mutation } from "./report/mutation.ts";
export { writeReport, type ReportOptions } from "./report/report.ts";
