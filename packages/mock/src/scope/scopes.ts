import type { MockRequest } from "../engine/message.ts";
import { MockError } from "../errors.ts";
import { Scope, type ScopeOptions } from "./scope.ts";

/** Before the path of a request that belongs to a scope: `/__mock/<name>/keys/1`. */
const PREFIX = "/__mock/";

/** The scopes of one mock: the one that every request belongs to, and those whose name stands before the path. */
export class Scopes {
  readonly root: Scope;
  readonly #options: ScopeOptions;
  readonly #named = new Map<string, Scope>();

  constructor(options: ScopeOptions) {
    this.#options = options;
    this.root = new Scope(options);
  }

  /**
   * The scope of a name, made when it is new; without a name a new one.
   *
   * Throws {@link MockError} for a name that cannot stand in a path.
   */
  named(name: string = this.#unused()): { readonly scope: Scope; readonly path: string } {
    if (!/^[\w.~-]+$/.test(name) || /^\.+$/.test(name)) {
      throw new MockError(
        `A scope's name is part of its URL: expected letters, digits, "-", "_", "." or "~", found ${JSON.stringify(name)}`,
      );
    }
    const scope = this.#named.get(name) ?? new Scope(this.#options);
    this.#named.set(name, scope);
    return { scope, path: PREFIX + name };
  }

  /** A new one that no path leads to, and nobody but its user holds. */
  nameless(): Scope {
    return new Scope(this.#options);
  }

  #unused(): string {
    let number = this.#named.size + 1;
    while (this.#named.has(`scope-${number}`)) number += 1;
    return `scope-${number}`;
  }

  /** Whom a request belongs to, and the request as it is there; the name alone where there is no such scope. */
  of(
    request: MockRequest,
  ): { readonly scope: Scope; readonly request: MockRequest } | { readonly unknown: string } {
    if (!request.target.startsWith(PREFIX)) return { scope: this.root, request };
    const [name = ""] = request.target.slice(PREFIX.length).split(/[/?]/, 1);
    const scope = this.#named.get(name);
    if (scope === undefined) return { unknown: name };
    const rest = request.target.slice(PREFIX.length + name.length);
    return { scope, request: { ...request, target: rest.startsWith("/") ? rest : `/${rest}` } };
  }
}
