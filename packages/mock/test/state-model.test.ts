import { expect, test } from "vitest";
import { clientOf, type Client } from "./state-client.ts";
import { tokensDocument } from "./state-document.ts";

interface Token {
  readonly id: number;
  readonly team: string;
  readonly label: string;
  readonly note: string | null;
}

/** The simplest thing that the mock could be, and what both came to after one call. */
class Model {
  #tokens: readonly Token[] = ["deploy", "audit"].map((label, index) => ({
    id: index + 3,
    team: "red",
    label,
    note: null,
  }));
  largest = 4;
  readonly #call: Client;

  constructor(call: Client) {
    this.#call = call;
  }

  async create(team: string, label: string): Promise<readonly [found: unknown, wanted: unknown]> {
    const mine = this.#of(team);
    const { status, body } = await this.#call(`POST /teams/${team}/tokens?region=eu`, { label });
    if (mine.length >= 4 || mine.some((token) => token.label === label)) return [status, 400];
    this.largest += 1;
    const token = { id: this.largest, team, label, note: null };
    this.#tokens = [...this.#tokens, token];
    return [
      [status, shown(body)],
      [201, shown(token)],
    ];
  }

  async update(team: string, id: number, label: string): Promise<readonly [unknown, unknown]> {
    const token = this.#find(team, id);
    const changes = { label, note: `now ${label}` };
    const { status, body } = await this.#call(`PATCH /teams/${team}/tokens/${id}?region=eu`, changes);
    if (token === undefined) return [status, 404];
    if (this.#of(team).some((other) => other !== token && other.label === label)) return [status, 400];
    this.#tokens = this.#tokens.map((other) => (other === token ? { ...token, ...changes } : other));
    return [
      [status, shown(body)],
      [200, shown({ ...token, ...changes })],
    ];
  }

  async read(team: string, id: number): Promise<readonly [unknown, unknown]> {
    const token = this.#find(team, id);
    const { status, body } = await this.#call(`GET /teams/${team}/tokens/${id}?region=eu`);
    return [
      [status, shown(Object(body).token)],
      [token === undefined ? 404 : 200, shown(token)],
    ];
  }

  async delete(team: string, id: number): Promise<readonly [unknown, unknown]> {
    const token = this.#find(team, id);
    const { status } = await this.#call(`DELETE /teams/${team}/tokens/${id}?region=eu`);
    this.#tokens = this.#tokens.filter((other) => other !== token);
    return [status, token === undefined ? 404 : 200];
  }

  async list(team: string, limit: number, page: number): Promise<readonly [unknown, unknown]> {
    const mine = this.#of(team);
    const { body } = await this.#call(`GET /teams/${team}/tokens?region=eu&limit=${limit}&page=${page}`);
    const { data, total } = body as { data: unknown[]; total: number };
    return [
      [data.map(shown), total],
      [mine.slice((page - 1) * limit, page * limit).map(shown), mine.length],
    ];
  }

  #of(team: string): readonly Token[] {
    return this.#tokens.filter((token) => token.team === team);
  }

  #find(team: string, id: number): Token | undefined {
    return this.#of(team).find((token) => token.id === id);
  }
}

function shown(token: unknown): unknown {
  const { id, label, note } = Object(token) as Partial<Token>;
  return { id, label, note };
}

/** Numbers that look random and are the same in every run. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield Math.floor(state / 65_536);
  }
}

test.each([1, 2, 3])("any order of calls leads to what the simplest model says, run %i", async (seed) => {
  const model = new Model(clientOf(tokensDocument()));
  const random = numbers(seed);
  const upTo = (count: number): number => random.next().value % count;
  for (let turn = 0; turn < 100; turn++) {
    const team = ["red", "blue"][upTo(2)] ?? "";
    const id = 3 + upTo(model.largest);
    const label = `label ${upTo(6)}`;
    const actions = [
      () => model.create(team, label),
      () => model.update(team, id, label),
      () => model.read(team, id),
      () => model.delete(team, id),
      () => model.list(team, 1 + upTo(3), 1 + upTo(3)),
    ];
    const [found, wanted] = (await actions[upTo(actions.length)]?.()) ?? [];
    expect([turn, found]).toEqual([turn, wanted]);
  }
});
