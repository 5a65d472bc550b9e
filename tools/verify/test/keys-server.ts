import { KEY } from "./run.ts";
import { type Answer, type Asked, type Server, startServer } from "./server.ts";

interface Key {
  id: number;
  name: string;
  is_enabled: boolean;
}

/** What a server of keys does otherwise, by `METHOD /path` without ids: an answer in place of its own. */
export type Quirks = Readonly<Record<string, (usual: Answer, asked: Asked) => Answer>>;

export interface KeysServer extends Server {
  /** The keys there are now. */
  readonly keys: ReadonlyMap<number, Key>;
  /** Changing requests, in order. */
  readonly written: readonly string[];
}

/** Automox as its document describes it, as far as keys of a user go; one key is there that is not ours. */
export async function startKeysServer(quirks: Quirks = {}): Promise<KeysServer> {
  const keys = new Map<number, Key>([[3, { id: 3, name: "production", is_enabled: true }]]);
  const written: string[] = [];
  let last = 100;
  const answer = ({ method, target, body }: Asked): Answer | undefined => {
    const [path = ""] = target.split("?");
    const [, id, action] = /^\/users\/1\/api_keys(?:\/(\d+))?(?:\/(decrypt))?$/.exec(path) ?? [];
    if (id === undefined) {
      if (method === "GET") return { body: { results: [...keys.values()].map(shown), size: keys.size } };
      last += 1;
      const key = { id: last, name: String(JSON.parse(body).name), is_enabled: true };
      keys.set(last, key);
      return { body: shown(key) };
    }
    const key = keys.get(Number(id));
    if (key === undefined) return undefined;
    if (action === "decrypt") return { body: { api_key: `secret-of-key-${id}` } };
    if (method === "PUT") key.is_enabled = JSON.parse(body).is_enabled;
    if (method !== "DELETE") return { body: shown(key) };
    keys.delete(Number(id));
    return { status: 204 };
  };
  const server = await startServer((asked) => {
    if (asked.headers.authorization !== `Bearer ${KEY}`)
      return { status: 401, body: { errors: ["Unauthorized"] } };
    if (asked.method !== "GET") written.push(`${asked.method} ${asked.target}`);
    const usual = answer(asked) ?? { status: 404, body: { errors: ["Not found."] } };
    const quirk =
      quirks[
        `${asked.method} ${asked.target.replace(/\?.*/, "").replaceAll(/(?<=api_keys)\/\d+/g, "/{id}")}`
      ];
    return quirk?.(usual, asked) ?? usual;
  });
  return Object.assign(server, { keys, written });
}

function shown(key: Key): object {
  const user = { id: 1, firstname: "Jane", lastname: "Doe", email: "jane@example.com" };
  return { ...key, expires_at: null, created_at: "2023-04-20T15:46:56+0000", user };
}
