import { argv } from "node:process";

/**
 * `serve.ts ours|prism <document…>` serves documents from this process and writes one line: a {@link Serving} as JSON.
 * It runs until it is killed.
 */

/** What serves a document: our mock, or Prism's own server. */
export type Kind = "ours" | "prism";

export interface Serving {
  readonly urls: readonly string[];
  /** From the start of the process until all of them listen, everything imported. */
  readonly milliseconds: number;
  /** What the process holds by then. */
  readonly megabytes: number;
}

const start: Record<Kind, (documents: readonly string[]) => Promise<readonly string[]>> = {
  async ours(documents) {
    const { startMocks } = await import("@keysmith/mock");
    // As its command line has it: nothing is kept of what was asked.
    const mocks = await startMocks(documents.map((spec) => ({ spec, journal: 0 })));
    return mocks.map((mock) => mock.url);
  },

  async prism(documents) {
    const { createLogger } = await import("@stoplight/prism-core");
    const { getHttpOperationsFromSpec } = await import("@stoplight/prism-http");
    const { createServer } = await import("@stoplight/prism-http-server");
    const config = {
      mock: { dynamic: false },
      isProxy: false,
      checkSecurity: true,
      validateRequest: true,
      validateResponse: true,
      errors: false,
      upstreamProxy: undefined,
    } as const;
    return Promise.all(
      documents.map(async (document) => {
        const logger = createLogger("bench", { level: "silent" });
        const operations = await getHttpOperationsFromSpec(document);
        return createServer(operations, { components: { logger }, config, cors: true }).listen(
          0,
          "127.0.0.1",
        );
      }),
    );
  },
};

const [kind, ...documents] = argv.slice(2);
const urls = await start[kind === "prism" ? "prism" : "ours"](documents);
const serving: Serving = {
  urls,
  milliseconds: performance.now(),
  megabytes: process.memoryUsage.rss() / 1_000_000,
};
process.stdout.write(`${JSON.stringify(serving)}\n`);
