import { startMock, type Exchange, type Mock } from "@keysmith/mock";
import type { Fetch } from "@keysmith/runtime";
import { givenOf, responseOf, type Given } from "./given.ts";
import { sentOf, wireText } from "./sent.ts";

/** A mock that is asked once for each request: it gives the same answer to the same bytes, so it can be remembered. */
export interface Memory {
  /** Its journal holds what was remembered too. */
  readonly mock: Mock;
  readonly fetch: Fetch;
}

export async function startMemory(spec: object, name: string): Promise<Memory> {
  const journal: Exchange[] = [];
  const real = await startMock({ spec, name, onExchange: (exchange) => void journal.push(exchange) });
  const known = new Map<string, { readonly exchange: Exchange; readonly given: Given }>();
  const mock: Mock = {
    ...real,
    exchanges: journal,
    reset: () => {
      real.reset();
      journal.splice(0);
    },
  };
  return {
    mock,
    fetch: async (request, init) => {
      const key = wireText(await sentOf(request));
      const remembered = known.get(key);
      if (remembered !== undefined) {
        journal.push(remembered.exchange);
        return responseOf(remembered.given);
      }
      const given = await givenOf(await fetch(request, init));
      const exchange = journal.at(-1);
      if (exchange !== undefined) known.set(key, { exchange, given });
      return responseOf(given);
    },
  };
}
