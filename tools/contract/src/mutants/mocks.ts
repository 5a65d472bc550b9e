import type { Json, JsonObject, Operation } from "@keysmith/generator";
import type { Cell } from "../cells/cell.ts";
import type { Exchange } from "@keysmith/mock";
import { isObject, member } from "../document/pointer.ts";
import { draftOf, type Draft } from "./draft.ts";
import type { Mutant } from "./mutant.ts";
import { schemaPlaces } from "./schema-places.ts";

/**
 * The mock letting pass what it should refuse: it is given another document than the one it is judged by, in which one
 * rule is missing.
 */
export function mockMutants(document: JsonObject, cells: readonly Cell[]): readonly Mutant[] {
  return [...new Set(cells.map(({ operation }) => operation))].flatMap((operation) => {
    const own = cells.filter((cell) => cell.operation === operation);
    // What is there to be refused comes first: it is what sees most of these.
    const ordered = [
      ...own.filter(({ kind }) => !usual.has(kind)),
      ...own.filter(({ kind }) => usual.has(kind)),
    ];
    return changes(document, operation).map(([what, change]): Mutant => ({
      kind: "mock",
      title: `${operation.id}, mock: ${what}`,
      sabotage: { document: draftOf(document, operation, change) },
      cells: ordered,
    }));
  });
}

/** The mock telling of an exchange that went wrong, where the client sees nothing of it. */
export function journalMutants(cells: readonly Cell[]): readonly Mutant[] {
  return [...new Set(cells.map(({ operation }) => operation))].flatMap((operation) =>
    journals.map(([what, journal]): Mutant => ({
      kind: "mock",
      title: `${operation.id}, mock: ${what}`,
      sabotage: { journal },
      cells: cells.filter((cell) => cell.operation === operation),
    })),
  );
}

const violation = { path: ["body"], code: "type", message: "is another", severity: "error" } as const;

const journals: readonly (readonly [what: string, (exchange: Exchange) => Exchange])[] = [
  ["the answer is a problem of its own", (exchange) => ({ ...exchange, problem: "urn:keysmith:mock:other" })],
  [
    "the answer is not valid",
    (exchange) => ({ ...exchange, violations: [{ ...violation, in: "response" }] }),
  ],
  [
    "the request is not valid",
    (exchange) => ({ ...exchange, violations: [{ ...violation, in: "request" }] }),
  ],
  ["the answer has another status", (exchange) => ({ ...exchange, status: exchange.status + 1 })],
  ["the request is for another operation", (exchange) => ({ ...exchange, operation: "other" })],
];

const usual = new Set(["request", "function", "response", "pages"]);

type DocumentChange = readonly [what: string, change: (draft: Draft) => void];

function changes(document: JsonObject, operation: Operation): readonly DocumentChange[] {
  return [...credentials(operation), ...rules(document, operation)];
}

function credentials(operation: Operation): readonly DocumentChange[] {
  const alternatives = operation.security.map((names) => names.map(({ scheme }) => scheme));
  if (alternatives.length === 0 || alternatives.some((names) => names.length === 0)) return [];
  const without = (name: string): readonly (readonly string[])[] =>
    alternatives.map((each) => each.filter((other) => other !== name));
  // What is enough anyway can be asked for or not.
  const asked = [...new Set(alternatives.flat())].filter((name) =>
    without(name).some(
      (fewer) => !alternatives.some((each) => each.every((scheme) => fewer.includes(scheme))),
    ),
  );
  return [
    ["it asks for no credential", ({ operation: target }) => void Object.assign(target, { security: [] })],
    ...(alternatives.flat().length < 2 ? [] : asked).map((name): DocumentChange => [
      `it does not ask for ${name}`,
      ({ operation: target }) =>
        void Object.assign(target, {
          security: without(name).map((each) => Object.fromEntries(each.map((other) => [other, []]))),
        }),
    ]),
  ];
}

/** Each rule about parameters and bodies, left out. */
function rules(document: JsonObject, operation: Operation): readonly DocumentChange[] {
  const found: DocumentChange[] = [];
  draftOf(document, operation, (draft) => {
    for (const [index, parameter] of draft.parameters().entries()) {
      const label = `${String(parameter["in"])} parameter ${String(parameter["name"])}`;
      const at = ({ parameters }: Draft): JsonObject | undefined => parameters()[index];
      if (parameter["required"] === true && parameter["in"] !== "path")
        found.push([`${label} need not be there`, (each) => drop(at(each), "required")]);
      found.push(
        ...inSchema(label, (each) => each.follow(member(at(each), "schema")), draft).filter(
          ([what]) => !isVoid(parameter, draft.follow(parameter["schema"]), what),
        ),
      );
    }
    const body = draft.body();
    if (body?.["required"] === true)
      found.push(["the body need not be there", (each) => drop(each.body(), "required")]);
    for (const mediaType of Object.keys(Object(body?.["content"]))) {
      const schema = (each: Draft): Json | undefined =>
        each.follow(member(member(member(each.body(), "content"), mediaType), "schema"));
      found.push(...inSchema(`body ${mediaType}`, schema, draft));
      found.push([
        `body ${mediaType} is called another`,
        (each) => rename(member(each.body(), "content"), mediaType),
      ]);
    }
  });
  return found;
}

/** Rules that nothing on the wire can break: all of it is text, and an empty segment makes another path. */
function isVoid(parameter: JsonObject, schema: Json | undefined, what: string): boolean {
  return (
    (member(schema, "type") === "string" && what.endsWith(" forgets type")) ||
    (member(schema, "minLength") === 1 && what.endsWith(" forgets minLength") && parameter["in"] === "path")
  );
}

function inSchema(
  label: string,
  at: (draft: Draft) => Json | undefined,
  draft: Draft,
): readonly DocumentChange[] {
  return schemaPlaces(at(draft), draft).map(({ what, remove }) => [
    `${label} ${what}`,
    (each) => remove(at(each), each),
  ]);
}

function drop(owner: Json | undefined, name: string): void {
  if (isObject(owner)) Reflect.deleteProperty(owner, name);
}

function replace(owner: Json | undefined, name: string, value: Json | undefined): void {
  if (isObject(owner) && value !== undefined) Object.assign(owner, { [name]: value });
}

function rename(contents: Json | undefined, mediaType: string): void {
  replace(contents, "text/x-other", member(contents, mediaType));
  drop(contents, mediaType);
}
