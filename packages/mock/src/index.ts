export { knownProviders } from "./document/locate.ts";
export type { Violation } from "./engine/prism.ts";
export { PROBLEM_PREFIX } from "./engine/problem.ts";
export { MockError, SpecError, UnknownProviderError, type SpecProblem } from "./errors.ts";
export { startMock, startMocks, type Exchange, type Mock, type MockOptions } from "./mock.ts";
