import { isDeepStrictEqual } from "node:util";
import type { Json } from "@keysmith/generator";
import type { Cell, ResponseCell } from "../cells/cell.ts";
import { isSuccess } from "../cells/response.ts";
import type { Given } from "./given.ts";
import { changesOfJson } from "./json-changes.ts";
import type { Change, Mutant } from "./mutant.ts";

/** Everything that can be wrong with a documented answer, for every answer that a cell asks for. */
export function answerMutants(cells: readonly Cell[]): readonly Mutant[] {
  return cells.flatMap((cell) => (cell.kind === "response" ? mutantsOf(cell, cells) : []));
}

function mutantsOf(cell: ResponseCell, cells: readonly Cell[]): readonly Mutant[] {
  const { operation, code, body, title } = cell;
  const example = body?.example;
  const walked = cells.filter((other) => other.kind === "pages" && other.example === example);
  const changes = [...statuses(cell), ...headers(cell), ...texts(cell), ...values(cell)];
  return [
    ...changes.map(({ what, make }): Mutant => ({
      kind: "answer",
      title: `${operation.id}, answer ${title}: ${what}`,
      sabotage: { answer: (given) => (given.status === code ? make(given) : undefined) },
      cells: [cell, ...walked],
    })),
    {
      kind: "answer",
      title: `${operation.id}, answer ${title}: it is lost`,
      sabotage: { answer: () => "lost" },
      cells: [cell, ...walked],
    },
  ];
}

/** Neighbours, the other documented ones, and an error for a success or the other way round. */
function statuses({ operation, code }: ResponseCell): readonly Change<Given>[] {
  const documented = operation.responses
    .map(({ status }) => status)
    .filter((status) => typeof status === "number");
  const all = new Set([code + 1, code - 1, isSuccess(code) ? 500 : 200, 302, ...documented]);
  all.delete(code);
  return [...all]
    .filter((status) => status >= 200 && status < 600)
    .map((status) => ({ what: `its status is ${status}`, make: (given) => ({ ...given, status }) }));
}

const MEDIA_TYPES = [
  "text/html",
  "text/plain",
  "application/xml",
  "application/octet-stream",
  "application/vnd.other+json",
];

function headers({ response, body }: ResponseCell): readonly Change<Given>[] {
  const types = MEDIA_TYPES.filter((type) => type !== body?.content.mediaType);
  return [
    ...(body === undefined
      ? []
      : types.map((type) => header("content-type", `its media type is ${type}`, () => type))),
    ...(body === undefined ? [] : [header("content-type", "its media type is left out", () => undefined)]),
    ...response.headers.flatMap(({ name }) => [
      header(name.toLowerCase(), `its header ${name} is dropped`, () => undefined),
      header(name.toLowerCase(), `its header ${name} is another`, (value) => `${value}x`),
    ]),
  ];
}

function header(name: string, what: string, make: (value: string) => string | undefined): Change<Given> {
  return {
    what,
    make: (given) => {
      const value = given.headers.get(name);
      if (value === undefined) return undefined;
      const changed = new Map(given.headers);
      const instead = make(value);
      if (instead === undefined) changed.delete(name);
      else changed.set(name, instead);
      return { ...given, headers: changed };
    },
  };
}

const PAGE = "<!doctype html><title>Welcome</title>";

function texts({ body, code }: ResponseCell): readonly Change<Given>[] {
  // The platform takes no body with a 204.
  if (body === undefined) return code === 204 ? [] : [bodyText("it has a body", () => "{}")];
  return [
    bodyText("its body is empty", () => ""),
    bodyText("its body is blank", () => " "),
    bodyText("its body ends early", (full) => full.slice(0, Math.floor(full.length / 2))),
    bodyText("its body is there twice", (full) => full + full),
    bodyText("its body is a page of HTML", () => PAGE),
    {
      what: "it is a page of HTML",
      make: (given) => ({
        ...given,
        body: PAGE,
        headers: new Map(given.headers).set("content-type", "text/html"),
      }),
    },
    { what: "the connection breaks in its body", make: (given) => ({ ...given, cutOff: true }) },
  ];
}

function bodyText(what: string, make: (text: string) => string): Change<Given> {
  return {
    what,
    make: (given) => {
      const changed = make(given.body);
      return changed === given.body ? undefined : { ...given, body: changed };
    },
  };
}

function values({ body }: ResponseCell): readonly Change<Given>[] {
  if (body === undefined) return [];
  return [...examples(body), ...parts(body)];
}

/** What is documented, too, but was not asked for. */
function examples({ content, example }: Body): readonly Change<Given>[] {
  return content.examples
    .filter(({ value }) => !isDeepStrictEqual(value, example.value))
    .map(({ name, value }) => ({
      what: `its body is the example ${name}`,
      make: (given) => ({ ...given, body: content.kind === "json" ? JSON.stringify(value) : String(value) }),
    }));
}

type Body = NonNullable<ResponseCell["body"]>;

function parts(body: Body): readonly Change<Given>[] {
  if (body.content.kind !== "json")
    return [{ what: "its body is another", make: (given) => ({ ...given, body: `${given.body}x` }) }];
  return changesOfJson(body.example.value).map(({ what, make }) => ({
    what,
    make: (given) => ({ ...given, body: JSON.stringify(make(parsed(given.body))) }),
  }));
}

function parsed(text: string): Json {
  const value: Json = JSON.parse(text);
  return value;
}
