import { createMockFetch } from "../src/index.ts";

/** What a call came to. */
export interface Outcome {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

export type Client = ((line: string, body?: unknown) => Promise<Outcome>) & {
  reset(): void;
  other(): Client;
};

/** Calls a mock without sockets: `client("POST /keys?o=2", { name: "new" })`. Every answer has been judged by the document. */
export function clientOf(spec: object, stateful = true): Client {
  return around(createMockFetch({ spec, stateful }));
}

function around(mock: ReturnType<typeof createMockFetch>): Client {
  const call = async (line: string, body?: unknown): Promise<Outcome> => {
    const [method = "", target = ""] = line.split(" ");
    const response = await mock(`https://tokens.test${target}`, {
      method,
      ...(body !== undefined && {
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text === "" ? undefined : JSON.parse(text),
      headers: response.headers,
    };
  };
  return Object.assign(call, { reset: () => mock.reset(), other: () => around(mock.scope()) });
}
