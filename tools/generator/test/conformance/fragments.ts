import type { Fragment } from "./row.ts";

/* Fragments of documents of which one thing matters. The operation is `send`, answered with 204. */

const done: Fragment = { 204: { description: "Done." } };

/** One operation at `/things`; what is said of it wins over what it has anyway. */
export function withOperation(parts: Fragment, method = "get", rest: Fragment = {}): Fragment {
  return { paths: { "/things": { [method]: { operationId: "send", responses: done, ...parts } } }, ...rest };
}

/** Parameters of `send`. Those of the path stand at its end, `/things/{id}`. */
export function withParameters(...parameters: readonly Fragment[]): Fragment {
  const placed = parameters.filter((parameter) => parameter["in"] === "path");
  const path = ["/things", ...placed.map(({ name }) => `{${String(name)}}`)].join("/");
  return { paths: { [path]: { get: { operationId: "send", parameters, responses: done } } } };
}

/** A body of `send`, by media type. */
export function withBody(content: Fragment, parts: Fragment = { required: true }): Fragment {
  return withOperation({ requestBody: { content, ...parts } }, "post");
}

/** Answers of `send`, by status. */
export function withAnswers(responses: Fragment, rest: Fragment = {}): Fragment {
  return withOperation({ responses }, "get", rest);
}

/** A schema called `Thing`, which `send` answers with, and further ones. */
export function withSchema(schema: unknown, others: Fragment = {}): Fragment {
  const content = { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } };
  return withAnswers(
    { 200: { description: "The thing.", content } },
    { components: { schemas: { Thing: schema, ...others } } },
  );
}

/** An operation for each parameter, `c0`, `c1` and so on, and what gives the function that calls it. */
export function withCells(
  cells: readonly {
    readonly name: string;
    readonly in: string;
    readonly style: string;
    readonly explode: boolean;
    readonly kind: string;
  }[],
): { readonly document: Fragment; readonly calls: Readonly<Record<string, string>> } {
  const text = { type: "string" };
  const schemas = new Map<string, object>([
    ["single", text],
    ["list", { type: "array", items: text }],
    ["object", { type: "object", additionalProperties: {} }],
  ]);
  const paths = cells.map((cell, index): [string, object] => {
    const { name, in: place, style, explode, kind } = cell;
    const required = place === "path";
    const parameter = { name, in: place, style, explode, required, schema: schemas.get(kind) };
    const operation = { operationId: `c${index}`, parameters: [parameter], responses: done };
    return [cell.in === "path" ? `/c${index}/{${cell.name}}` : `/c${index}`, { get: operation }];
  });
  const calls = cells.map((_, index): [string, string] => [
    `(args: sdk.C${index}Args) => client.c${index}(args)`,
    "",
  ]);
  return { document: { paths: Object.fromEntries(paths) }, calls: Object.fromEntries(calls) };
}
