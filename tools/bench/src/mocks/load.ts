import { Pool } from "undici";
import { requestOf } from "./document.ts";

const CONNECTIONS = 8;

/** Keeps some connections to a server busy with requests of all its operations in turn. */
export interface Load extends AsyncDisposable {
  /** Sends so many requests. Throws when an answer is not the documented success. */
  run(requests: number): Promise<void>;
}

export function load(url: string, operations: number): Load {
  const pool = new Pool(url, { connections: CONNECTIONS });
  let next = 0;
  const ask = async (): Promise<void> => {
    // Spread over the document: a round that is shorter than it sees its end too. 7919 shares no divisor with the sizes.
    const { method, path, body } = requestOf((next++ * 7919) % operations);
    const answer = await pool.request({
      method,
      path,
      headers: { authorization: "Bearer bench", ...(body && { "content-type": "application/json" }) },
      ...(body && { body }),
    });
    const text = await answer.body.text();
    if (answer.statusCode !== (method === "GET" ? 200 : 201))
      throw new Error(`${method} ${path} was answered with ${answer.statusCode}: ${text}`);
  };
  return {
    run: async (requests) => {
      let left = requests;
      const worker = async (): Promise<void> => {
        while (left-- > 0) await ask();
      };
      await Promise.all(Array.from({ length: CONNECTIONS }, worker));
    },
    [Symbol.asyncDispose]: () => pool.close(),
  };
}
