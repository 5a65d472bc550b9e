import type { Operation } from "@keysmith/generator";
import type { Exchange } from "@keysmith/mock";
import { isSuccess } from "../cells/response.ts";
import type { Finding } from "../finding.ts";
import { essence } from "../oracle/body.ts";

/** Findings where a request does not say that it accepts what its successes come as. Errors come as the server has them. */
export function judgeAccept(operation: Operation, { headers }: Exchange): readonly Finding[] {
  const got = headers.get("accept") ?? "";
  const accepted = new Set(got.split(",").map(essence));
  const documented = operation.responses
    .filter(({ status }) => isSuccess(Number(String(status).replaceAll("X", "0"))))
    .flatMap(({ contents }) => contents.map(({ mediaType }) => mediaType));
  return documented
    .filter((mediaType) => !accepted.has(essence(mediaType)))
    .map((expected) => ({
      culprit: "generator",
      message: `the request does not accept ${expected}`,
      expected,
      got,
    }));
}
