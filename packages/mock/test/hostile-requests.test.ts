import * as fc from "fast-check";
import { expect, test } from "vitest";
import { startMock, type Exchange } from "../src/index.ts";
import { keysDocument } from "./document.ts";
import { oddDocument, overview } from "./hostile/document.ts";
import { fault } from "./hostile/judge.ts";
import { hostileRequests, type HostileRequest } from "./hostile/requests.ts";
import { deliver } from "./hostile/wire.ts";
import { tokensDocument } from "./state-document.ts";

/** `HOSTILE_REQUESTS=1000000` for a long run, `HOSTILE_SEED` for another one than usual. */
const REQUESTS = Number(process.env["HOSTILE_REQUESTS"] ?? 3000);
const SEED = Number(process.env["HOSTILE_SEED"] ?? 20_261_122);
const LIMIT_MS = 3000;
const HEALTHY_MS = 2000;
const BATCH = 25;

test.each([
  ["a small API", () => keysDocument(), "/keys/1"],
  ["an API with one of everything", () => oddDocument(), "/trees/1?key=x"],
  ["an API with declared state", () => tokensDocument(), "/teams/red/tokens/3?region=eu"],
])(
  "%s goes on answering, whatever is sent to it",
  async (_, read, healthy) => {
    const document = read();
    const { known, documented } = overview(document);
    let latest: Exchange[] = [];
    let sent = 0;
    await using mock = await startMock({
      spec: document,
      // Documents that say nothing of resources have few, by their paths.
      stateful: true,
      journal: 0,
      onExchange: (each) => latest.push(each),
    });
    // Some requests are valid, and delete what the healthy one asks for: it has records of its own.
    const calm = mock.scope("calm");
    const batch = fc.array(hostileRequests(known), { minLength: 1, maxLength: BATCH, size: "max" });
    await fc.assert(
      fc.asyncProperty(batch, async (requests) => {
        latest = [];
        const marked = requests.map((request) => mark(request, String(++sent)));
        const outcomes = await Promise.all(marked.map((request) => deliver(mock.url, request, LIMIT_MS)));
        const faults = marked.flatMap((request, index) => {
          const exchange = latest.find((each) => each.headers.get(MARK) === request.mark);
          const found = fault(request, outcomes[index] ?? "silence", exchange, documented);
          return found === undefined ? [] : [`${found}\n${request.head.slice(0, 2000)}`];
        });
        expect(faults).toEqual([]);
        const answer = await fetch(calm.url + healthy, {
          headers: { authorization: "Bearer test" },
          signal: AbortSignal.timeout(HEALTHY_MS),
        });
        expect(answer.status).toBe(200);
        await answer.arrayBuffer();
      }),
      // Arrays are half as long as they may be, on average.
      { seed: SEED, numRuns: Math.ceil(REQUESTS / 3 / (BATCH / 2)), endOnFailure: false },
    );
  },
  60_000 + REQUESTS * 20,
);

const MARK = "x-mark";

/** Names the request, to find its exchange again. */
function mark(request: HostileRequest, name: string): HostileRequest & { readonly mark: string } {
  const end = request.head.indexOf("\r\n") + 2;
  const line = Buffer.from(`${MARK}: ${name}\r\n`);
  const bytes = Buffer.concat([request.bytes.subarray(0, end), line, request.bytes.subarray(end)]);
  return { ...request, bytes, mark: name };
}
