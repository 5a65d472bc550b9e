import type { Api, Operation } from "@keysmith/generator";
import { styled, type OperationDefinition, type ParameterDefinition } from "@keysmith/runtime";
import type { Cell } from "../cells/cell.ts";
import type { Mutant } from "./mutant.ts";
import { paginationVariants } from "./paginations.ts";
import { definitionOf } from "./sabotage.ts";
import { successHasBody } from "./success-body.ts";
import type { Variant } from "./variant.ts";

/** Every member of every operation's data, as another generator could have written it. */
export function definitionMutants(api: Api, cells: readonly Cell[], exports: object): readonly Mutant[] {
  return api.operations.flatMap((operation) => {
    const definition = definitionOf(Reflect.get(exports, operation.name));
    if (definition === undefined) return [];
    return variants(definition, operation, api).map(([what, instead]): Mutant => ({
      kind: "definition",
      title: `${operation.id}, definition: ${what}`,
      sabotage: { definition: [operation.name, instead] },
      cells: cells.filter((cell) => cell.operation === operation),
    }));
  });
}

function variants(
  definition: OperationDefinition,
  operation: Operation,
  api: Api,
): readonly Variant<OperationDefinition>[] {
  const { pagination, idempotent, writeBody, accept = "application/json" } = definition;
  const repeatable = idempotent ?? !["POST", "PATCH"].includes(operation.method);
  const security =
    definition.security ?? (api.security ?? []).map((names) => names.map(({ scheme }) => scheme));
  return [
    ["another id", { ...definition, id: `${definition.id}X` }],
    ...methods(definition),
    ...paths(definition),
    ...(["query", "header", "cookie"] as const).flatMap((place) => lists(definition, operation, place)),
    ...bodies(definition),
    ...(writeBody === undefined ? [] : [["no writeBody", without(definition, "writeBody")] as const]),
    // Where no success has a body there is nothing to accept.
    ...(successHasBody(operation)
      ? [["another accept", { ...definition, accept: "application/vnd.other" }] as const]
      : []),
    ...accept
      .split(/,\s*/)
      .slice(1)
      .map(
        (type) =>
          [
            `accept without ${type}`,
            {
              ...definition,
              accept: accept
                .split(/,\s*/)
                .filter((each) => each !== type)
                .join(", "),
            },
          ] as const,
      ),
    ["another idempotent", { ...definition, idempotent: !repeatable }],
    ...(security.length === 0 ? [] : [["no security", { ...definition, security: [] }] as const]),
    ...[...new Set(security.flat())].map(
      (name) =>
        [
          `security without ${name}`,
          { ...definition, security: security.map((each) => each.filter((other) => other !== name)) },
        ] as const,
    ),
    ...(security.length > 0 || api.schemes.length === 0
      ? []
      : [
          [
            "security where there is none",
            { ...definition, security: [api.schemes.map(({ name }) => name)] },
          ] as const,
        ]),
    ...(security.length > 1
      ? [["security in another order", { ...definition, security: security.toReversed() }] as const]
      : []),
    ...(pagination === undefined
      ? []
      : [
          ["no pagination", without(definition, "pagination")] as const,
          ...paginationVariants(pagination).map(
            ([what, instead]) => [`pagination ${what}`, { ...definition, pagination: instead }] as const,
          ),
        ]),
  ];
}

function without<Name extends keyof OperationDefinition>(
  definition: OperationDefinition,
  name: Name,
): OperationDefinition {
  const copy = { ...definition };
  Reflect.deleteProperty(copy, name);
  return copy;
}

function methods(definition: OperationDefinition): readonly Variant<OperationDefinition>[] {
  return (["GET", "PUT", "POST", "DELETE", "PATCH"] as const)
    .filter((method) => method !== definition.method)
    .map((method) => [`method ${method}`, { ...definition, method }]);
}

/** Each segment changed, dropped, and swapped with the next one that holds a parameter. */
function paths(definition: OperationDefinition): readonly Variant<OperationDefinition>[] {
  const segments = definition.path.split("/");
  const path = (changed: readonly string[]): OperationDefinition => ({
    ...definition,
    path: changed.join("/"),
  });
  const templates = segments.flatMap((segment, index) => (segment.includes("{") ? [index] : []));
  return [
    ...segments.flatMap((segment, index): readonly Variant<OperationDefinition>[] =>
      segment === ""
        ? []
        : [
            [
              `path with another ${segment}`,
              path(segments.with(index, segment.includes("{") ? "x" : `${segment}x`)),
            ],
            [`path without ${segment}`, path(segments.toSpliced(index, 1))],
          ],
    ),
    ...templates.slice(1).map((index, before): Variant<OperationDefinition> => {
      const [one, other] = [templates[before] ?? 0, index];
      const changed = segments.with(one, segments[other] ?? "").with(other, segments[one] ?? "");
      return [`path with ${segments[one]} and ${segments[other]} swapped`, path(changed)];
    }),
    [
      "path with the slash at its end the other way",
      {
        ...definition,
        path: definition.path.endsWith("/") ? definition.path.slice(0, -1) : `${definition.path}/`,
      },
    ],
  ];
}

type Place = "query" | "header" | "cookie";

/** Each parameter of a place left out, called another name, written otherwise and sent somewhere else. */
function lists(
  definition: OperationDefinition,
  operation: Operation,
  place: Place,
): readonly Variant<OperationDefinition>[] {
  const list = definition[place] ?? [];
  const elsewhere: Place = place === "query" ? "header" : "query";
  return list.flatMap((parameter, index) => {
    const { name } = typeof parameter === "string" ? { name: parameter } : parameter;
    const rest = { ...definition, [place]: list.toSpliced(index, 1) };
    const changed = writings(operation, place, parameter).map(
      ([what, instead]): Variant<OperationDefinition> => [
        `${place} with ${name} ${what}`,
        { ...definition, [place]: list.with(index, instead) },
      ],
    );
    const moved = { ...rest, [elsewhere]: (definition[elsewhere] ?? []).concat(parameter) };
    const others: readonly Variant<OperationDefinition>[] = [
      [`${place} without ${name}`, rest],
      [`${name} in the ${elsewhere}`, moved],
    ];
    return changed.concat(others);
  });
}

/** What else a generator could have written of a parameter. */
function writings(
  operation: Operation,
  place: Place,
  parameter: string | ParameterDefinition,
): readonly Variant<ParameterDefinition>[] {
  const plain: ParameterDefinition = typeof parameter === "string" ? { name: parameter } : parameter;
  const { name, arg = name } = plain;
  const label = place === "header" ? "" : `${name}=`;
  const listed = place === "query" && isList(operation, name);
  return [
    ["renamed", { ...plain, arg, name: `${name}X` }],
    ["from another argument", { ...plain, arg: `${arg}X` }],
    ["in quotes", { ...plain, write: (value, _, encode) => label + encode(JSON.stringify(String(value))) }],
    ...(listed ? [["in another style", styled({ name, arg, explode: false })] as const] : []),
  ];
}

function isList({ parameters }: Operation, name: string): boolean {
  return parameters.some(
    (each) => each.in === "query" && each.name === name && Array.isArray(each.examples[0]?.value),
  );
}

function bodies(definition: OperationDefinition): readonly Variant<OperationDefinition>[] {
  const types = [definition.body ?? []].flat();
  if (types.length === 0) return [];
  return [
    ["no body", without(definition, "body")],
    ...types.map(
      (type) =>
        [`body without ${type}`, { ...definition, body: types.filter((each) => each !== type) }] as const,
    ),
    ...types.map(
      (type) =>
        [
          `body with another ${type}`,
          { ...definition, body: types.map((each) => (each === type ? "application/vnd.other+json" : each)) },
        ] as const,
    ),
    ...(types.length > 1
      ? [["body types in another order", { ...definition, body: types.toReversed() }] as const]
      : []),
  ];
}
