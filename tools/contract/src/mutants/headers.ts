import type { Change } from "./mutant.ts";
import type { Sent } from "./sent.ts";

/** A header that is there, changed or left out. */
export function headerChange(
  name: string,
  what: string,
  make: (value: string) => string | undefined,
): Change<Sent> {
  return {
    what,
    make: (sent) => {
      const value = sent.headers.get(name);
      if (value === undefined) return undefined;
      const headers = new Map(sent.headers);
      const instead = make(value);
      if (instead === undefined) headers.delete(name);
      else headers.set(name, instead);
      return { ...sent, headers };
    },
  };
}
