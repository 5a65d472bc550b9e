import type { Exchange } from "@keysmith/mock";
import type { Operation } from "@keysmith/generator";
import type { Finding } from "../finding.ts";

/** Findings where not exactly one request arrived, or not at the operation it was meant for. */
export function judgeArrival(operation: Operation, exchanges: readonly Exchange[]): readonly Finding[] {
  const [exchange] = exchanges;
  if (exchange === undefined || exchanges.length > 1) {
    return [
      { culprit: "client", message: "one call must be one request", expected: 1, got: exchanges.length },
    ];
  }
  const reached = exchange.operation;
  if (reached === operation.id || reached === `${operation.method} ${operation.path}`) return [];
  return [
    {
      culprit: "generator",
      message: "the request went to another operation",
      expected: operation.id,
      got: reached ?? exchange.target,
    },
  ];
}

/** Findings where the mock was not content with a request, or with its own answer to it. */
export function judgeViolations(exchanges: readonly Exchange[]): readonly Finding[] {
  return exchanges.flatMap(({ violations }) =>
    violations
      .filter((violation) => violation.code !== "deprecated")
      .map(({ in: where, path, message }): Finding => {
        const culprit = where === "request" ? "client" : "spec";
        return {
          culprit,
          message: `the mock found a violation in the ${where}: ${[path.join("."), message].filter(Boolean).join(": ")}`,
        };
      }),
  );
}

/** Findings where the answer does not have the status that was asked for, or is none of the document's. */
export function judgeStatus(exchanges: readonly Exchange[], code: number): readonly Finding[] {
  return exchanges.flatMap(({ status, problem, violations }): readonly Finding[] => {
    // Validation comes before any wish: an invalid request is never answered as asked.
    const culprit = violations.some((violation) => violation.in === "request") ? "client" : "mock";
    if (problem !== undefined)
      return [
        {
          culprit,
          message: `the answer is not the document's but a problem of the mock: ${problem}`,
          expected: code,
          got: status,
        },
      ];
    return status === code
      ? []
      : [
          {
            culprit,
            message: "another status was answered than the one asked for",
            expected: code,
            got: status,
          },
        ];
  });
}
