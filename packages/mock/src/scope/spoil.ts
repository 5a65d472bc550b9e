import type { MockResponse } from "../engine/message.ts";
import type { Fault } from "../scenario/reply.ts";

const PAGE =
  "<!doctype html>\n<html><head><title>Bad gateway</title></head><body><h1>Bad gateway</h1></body></html>\n";

/** The answer as a fault leaves it; those of the connection are the transport's to make. */
export function spoil(answer: MockResponse, fault: Fault | undefined): MockResponse {
  switch (fault) {
    case "wrongType":
      return { ...answer, headers: new Map([...answer.headers, ["content-type", "text/html"]]), body: PAGE };
    case "empty":
      return { ...answer, body: "" };
    case "reset":
    case "truncate":
    case undefined:
      return answer;
    default:
      throw new TypeError(`unknown fault: ${String(fault satisfies never)}`);
  }
}
