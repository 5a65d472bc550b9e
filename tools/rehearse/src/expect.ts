/** @throws Error that says what was expected and what was found, when they are not the same. */
export function expectSame(what: string, expected: unknown, found: unknown): void {
  const [one, other] = [expected, found].map((value) => JSON.stringify(value));
  if (one !== other) throw new Error(`Wrong ${what}: expected ${one}, found ${other}.`);
}
