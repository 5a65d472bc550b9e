import {
  createFetchClient,
  operation,
  pagedOperation,
  type ApiDefinition,
  type ClientOptions,
  type Fetch,
  type OperationDefinition,
} from "@keysmith/runtime";
import type { Subject } from "../subject.ts";
import { functionOf } from "../subject.ts";
import { givenOf, responseOf } from "./given.ts";
import type { Sabotage } from "./mutant.ts";
import { requestOf, sentOf } from "./sent.ts";

/** A package with one thing broken, and whether that ever came to pass. */
export interface Sabotaged {
  readonly subject: Subject;
  readonly happened: () => boolean;
}

/**
 * Breaks a package from outside: what it is made of is rebuilt, what it sends and gets is changed on the way.
 *
 * @param send sends what is left of a request.
 */
export function sabotage(subject: Subject, what: Sabotage, send: Fetch): Sabotaged {
  const wire = wireWith(what, send);
  const rebuilt =
    what.definition === undefined ? {} : { [what.definition[0]]: functionFor(what.definition[1]) };
  const exports = { ...subject.package, ...rebuilt, ...what.exports };
  return {
    happened: () => wire.happened() || (what.request === undefined && what.answer === undefined),
    subject: {
      ...subject,
      package: exports,
      client: (options: ClientOptions): object => {
        const given = { ...options, fetch: wire.fetch };
        const client: object =
          what.api === undefined ? made(subject, given) : remade(subject, what.api, given);
        for (const [name, instead] of Object.entries(rebuilt))
          Object.assign(client, {
            [name]: (...rest: never[]) => Reflect.apply(instead, undefined, [client, ...rest]),
          });
        if (what.call !== undefined) Object.assign(client, withCalls(client, ...what.call));
        return Object.assign(client, what.methods);
      },
    },
  };
}

function made(subject: Subject, options: ClientOptions): object {
  return Object(Reflect.apply(subject.client, undefined, [options]));
}

/** The client of the same operations and another API. */
function remade(subject: Subject, api: ApiDefinition, options: ClientOptions): object {
  const operations = Object.entries(subject.package).filter(
    ([, member]) => definitionOf(member) !== undefined,
  );
  return createFetchClient(api, options, Object.fromEntries(operations));
}

/** The data of an operation function, as the generator wrote it. */
export function definitionOf(member: unknown): OperationDefinition | undefined {
  const definition: unknown = typeof member === "function" ? Reflect.get(member, "definition") : undefined;
  return isDefinition(definition) ? definition : undefined;
}

function isDefinition(value: unknown): value is OperationDefinition {
  return typeof value === "object" && value !== null && "method" in value && "path" in value;
}

type AnyOperation = (client: never, ...rest: never[]) => object;

function functionFor(definition: OperationDefinition): AnyOperation {
  const { pagination } = definition;
  return pagination === undefined
    ? operation<AnyOperation>(definition)
    : pagedOperation<AnyOperation>({ ...definition, pagination });
}

function withCalls(client: object, name: string, change: (call: object) => unknown): object {
  const method = functionOf(client, name);
  return { [name]: (...args: readonly unknown[]) => change(Object(method?.(...args))) };
}

function wireWith(
  { request, answer }: Sabotage,
  send: Fetch,
): { readonly fetch: Fetch; readonly happened: () => boolean } {
  let happened = false;
  const deliver: Fetch = async (original, init) => {
    const changed = request?.(await sentOf(original));
    if (changed === undefined) return send(original, init);
    happened = true;
    if (changed === "never") return Response.json({});
    if (changed === "twice") {
      await (await send(original.clone(), init)).arrayBuffer();
      return send(original, init);
    }
    return send(requestOf(changed, new URL(original.url).origin), init);
  };
  return {
    happened: () => happened,
    fetch: async (original, init) => {
      const response = await deliver(original, init);
      if (answer === undefined) return response;
      const given = await givenOf(response);
      const changed = answer(given);
      happened ||= changed !== undefined;
      if (changed === "lost") throw new TypeError("fetch failed");
      return responseOf(changed ?? given);
    },
  };
}
