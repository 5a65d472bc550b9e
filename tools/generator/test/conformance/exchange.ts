import { expect } from "vitest";
import type { Loopback, Program } from "./loopback.ts";
import type { Exchange } from "./row.ts";

/** Makes a call; what is told of it is what the row speaks of, in the same form. */
export async function observe(
  server: Loopback,
  program: Program,
  index: number,
  expected: Exchange,
): Promise<object> {
  server.take();
  server.answer = expected.answers;
  const end = await program.calls[index]?.(program.create(server.url)).then(
    (gives) => ({ gives }),
    (error: unknown) => ({ throws: String(error) }),
  );
  const [arrival, ...more] = server.take();
  const headers = Object.keys(expected.headers ?? {}).map((name) => [name, arrival?.headers[name]]);
  const request = arrival && {
    sends: `${arrival.method} ${arrival.target}`,
    ...(expected.headers && { headers: Object.fromEntries(headers) }),
    ...(expected.body !== undefined && { body: String(arrival.body) }),
  };
  return { ...end, ...request, more };
}

/** A row that says nothing of the first line means that nothing is sent. */
export function expectation({ sends, headers, body, gives, throws }: Exchange): object {
  const named = Object.entries(headers ?? {}).map(([name, value]) => [name, like(value)]);
  return {
    ...(sends !== undefined && { sends }),
    ...(throws === undefined ? { gives } : { throws: like(throws) }),
    ...(headers && { headers: Object.fromEntries(named) }),
    ...(body !== undefined && { body: like(body) }),
    more: [],
  };
}

function like(value: unknown): unknown {
  const matching: unknown = expect.stringMatching(value instanceof RegExp ? value : "");
  return value instanceof RegExp ? matching : value;
}
