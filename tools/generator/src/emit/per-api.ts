import type { Api } from "../read/model.ts";

/** Makes something of an API once, however often it is asked for: a table, a layout. */
export function perApi<Made>(make: (api: Api) => Made): (api: Api) => Made {
  const made = new WeakMap<Api, { readonly value: Made }>();
  return (api) => {
    const known = made.get(api) ?? { value: make(api) };
    made.set(api, known);
    return known.value;
  };
}
