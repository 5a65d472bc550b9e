import type { Operation } from "@keysmith/generator";
import type { Step } from "./difference.ts";
import type { TypedState } from "./walk.ts";

/** Parts of a document, found by pointer; references are followed. */
export class Places {
  readonly #document: unknown;
  readonly #api: TypedState["api"];

  constructor({ document, api }: TypedState) {
    this.#document = document;
    this.#api = api;
  }

  /** Of an argument of an operation, and of what is in it. */
  argument(operation: Operation, steps: readonly Step[]): string | undefined {
    const [first, ...rest] = steps;
    if (first?.kind !== "property") return operationPointer(operation);
    const parameter = operation.parameters.find(({ argument }) => argument === first.name);
    if (parameter) return this.#parameter(operation, parameter, rest) ?? operationPointer(operation);
    const body = this.#at(`${operationPointer(operation)}/requestBody`);
    if (!body) return operationPointer(operation);
    return first.name === "body" && rest.length > 0 ? this.#content(body, rest) : body;
  }

  /** Of the answer with a status, and of what is in its body; every answer that is a success without a status. */
  answer(operation: Operation, status: string | undefined, steps: readonly Step[]): string | undefined {
    const responses = `${operationPointer(operation)}/responses`;
    const statuses =
      status === undefined
        ? operation.responses.map((one) => String(one.status)).filter((one) => one.startsWith("2"))
        : [status];
    const found = statuses.flatMap((one) => this.#at(`${responses}/${one}`) ?? []);
    const inside = found.map(
      (answer) => [answer, steps.length === 0 ? answer : this.#content(answer, steps)] as const,
    );
    return (inside.find(([answer, place]) => place !== answer) ?? inside[0])?.[1] ?? responses;
  }

  /** Of an example of an answer. */
  example(operation: Operation, status: string, name: string): string | undefined {
    const answer = this.#at(`${operationPointer(operation)}/responses/${status}`);
    for (const media of answer ? this.#keys(`${answer}/content`) : []) {
      const place = this.#at(`${answer}/content/${escape(media)}/examples/${escape(name)}`);
      if (place) return place;
    }
    return answer;
  }

  /** Of a named schema, and of what is in it. */
  model(name: string, steps: readonly Step[]): string | undefined {
    const named = this.#api.schemas.find((schema) => schema.name === name);
    return named && this.#schema(`#/components/schemas/${escape(named.key)}`, steps);
  }

  /** Of a call that the API makes, and of what is in its body. */
  incoming(name: string, steps: readonly Step[]): string | undefined {
    const call = this.#api.incoming.calls.find((one) => one.name === name);
    if (!call) return undefined;
    const pointer = this.#at(`#/webhooks/${escape(call.key)}/${call.method.toLowerCase()}`);
    const [first, ...rest] = steps;
    if (!pointer || first?.kind !== "property" || first.name !== "body") return pointer;
    return this.#content(`${pointer}/requestBody`, rest);
  }

  scheme(name: string): string | undefined {
    return this.#at(`#/components/securitySchemes/${escape(name)}`);
  }

  /** Of any part, when it is there. */
  part(pointer: string): string | undefined {
    return this.#at(pointer);
  }

  #parameter(
    operation: Operation,
    { name, in: place }: Operation["parameters"][number],
    rest: readonly Step[],
  ): string | undefined {
    const own = operationPointer(operation);
    for (const list of [`${own}/parameters`, `${own.slice(0, own.lastIndexOf("/"))}/parameters`]) {
      for (const index of this.#keys(list)) {
        const pointer = this.#at(`${list}/${index}`);
        const value = pointer === undefined ? undefined : this.#value(pointer);
        if (!pointer || !isObject(value) || value["name"] !== name || value["in"] !== place) continue;
        return rest.length === 0 ? pointer : this.#schema(`${pointer}/schema`, rest);
      }
    }
    return undefined;
  }

  /** In the bodies of something; itself when they do not have it. */
  #content(holder: string, steps: readonly Step[]): string {
    const medias = this.#keys(`${holder}/content`);
    const places = medias.map((media) => this.#schema(`${holder}/content/${escape(media)}/schema`, steps));
    return places.find((place) => place !== undefined) ?? holder;
  }

  #schema(
    pointer: string,
    steps: readonly Step[],
    seen: ReadonlySet<string> = new Set(),
  ): string | undefined {
    const here = this.#at(pointer);
    if (here === undefined || seen.has(`${here} ${steps.length}`)) return undefined;
    const [step, ...rest] = steps;
    if (!step) return here;
    const ways = new Set([...seen, `${here} ${steps.length}`]);
    const next =
      step.kind === "property"
        ? [`${here}/properties/${escape(step.name)}`, `${here}/prefixItems/${escape(step.name)}`]
        : step.kind === "items"
          ? [`${here}/items`]
          : [`${here}/additionalProperties`];
    for (const one of next) {
      const found = this.#schema(one, rest, ways);
      if (found) return found;
    }
    for (const word of ["allOf", "anyOf", "oneOf"])
      for (const index of this.#keys(`${here}/${word}`)) {
        const found = this.#schema(`${here}/${word}/${index}`, steps, ways);
        if (found) return found;
      }
    return undefined;
  }

  #keys(pointer: string): readonly string[] {
    const at = this.#at(pointer);
    const value = at === undefined ? undefined : this.#value(at);
    return typeof value === "object" && value !== null ? Object.keys(value) : [];
  }

  /** The pointer without references on its way; undefined when nothing is there. */
  #at(pointer: string): string | undefined {
    let here = "#";
    for (const token of pointer.split("/").slice(1)) {
      const value = this.#value(here);
      if (typeof value !== "object" || value === null) return undefined;
      here = this.#resolved(`${here}/${token}`);
    }
    return this.#value(here) === undefined ? undefined : here;
  }

  #resolved(pointer: string): string {
    const seen = new Set<string>();
    let here = pointer;
    while (!seen.has(here)) {
      seen.add(here);
      const value = this.#value(here);
      if (!isObject(value) || typeof value["$ref"] !== "string") break;
      here = decodeURI(value["$ref"]);
    }
    return here;
  }

  #value(pointer: string): unknown {
    let value: unknown = this.#document;
    for (const token of pointer.split("/").slice(1)) {
      if (typeof value !== "object" || value === null) return undefined;
      value = Reflect.get(value, token.replaceAll("~1", "/").replaceAll("~0", "~"));
    }
    return value;
  }
}

/** As a URI fragment, whatever the model has. */
export function operationPointer({ pointer }: Operation): string {
  return pointer.startsWith("#") ? pointer : `#${pointer}`;
}

function escape(token: string): string {
  return token.replaceAll("~", "~0").replaceAll("/", "~1");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
