import type { Content, Json, Operation, Parameter } from "@keysmith/generator";
import type { Spot } from "../document/document.ts";
import { list, member } from "../document/pointer.ts";
import type { Arguments, Cell, Material } from "./cell.ts";
import { breach, prepareGround, type Ground } from "./negative/breach.ts";
import { limitOf } from "./negative/limits.ts";
import { pointerOfSite, sitesOf, type Site } from "./negative/sites.ts";
import { words } from "./negative/words.ts";

/** One cell per required argument left out, and per keyword of every parameter and body broken once. */
export function negativeCells(
  material: Material,
  operation: Operation,
  required: Arguments,
): readonly Cell[] {
  const all = material.samples(material.api, operation, "all");
  const { body } = operation;
  const making: Making = { ...material, operation, required, all };
  return unique([
    ...operation.parameters.flatMap((parameter) => parameterCells(making, parameter)),
    ...(body?.required === true && required.has("body") ? [leftOut(making, "body", "body", "body")] : []),
    ...(body?.contents ?? []).flatMap((content, index) => bodyCells(making, content, index === 0)),
  ]);
}

interface Making extends Material {
  readonly operation: Operation;
  readonly required: Arguments;
  readonly all: Arguments;
}

function parameterCells(making: Making, parameter: Parameter): readonly Cell[] {
  const { api, sample, all } = making;
  const { name, argument, type, examples } = parameter;
  const pointer = pointerOfParameter(making, parameter);
  const target = `${parameter.in} ${name}`;
  const samples = [
    all.get(argument),
    ...examples.map(({ value }) => value),
    sample(api, { mediaType: "application/json", kind: "json", type, examples: [] }),
  ].filter((value) => value !== undefined);
  const cookie = parameter.in === "cookie";
  const missing = cookie
    ? uncheckable(
        making,
        `refuses a call without ${target}`,
        "Prism does not look at cookie parameters",
        pointer,
      )
    : leftOut(making, parameter.in, argument, target, pointer);
  return [
    ...(parameter.required ? [missing] : []),
    ...keywordCells(making, parameter, {
      target,
      samples,
      schema: schemaOfParameter(making, parameter),
      text: parameter.mediaType === undefined,
    }),
  ];
}

function bodyCells(making: Making, content: Content, first: boolean): readonly Cell[] {
  const { api, operation, document, sample, all, required } = making;
  const examples = content.examples.map(({ value }) => value);
  const given = first ? [required.get("body"), all.get("body")] : [];
  const owner = document.follow(document.at(operation.pointer, "requestBody"));
  return keywordCells(making, content, {
    target: first ? "body" : `${content.mediaType} body`,
    samples: [...given, ...examples, sample(api, { ...content, examples: [] })].filter(
      (value) => value !== undefined,
    ),
    schema: owner && document.at(owner.pointer, "content", content.mediaType, "schema"),
    text: content.kind !== "json",
  });
}

/** A value of the request: how it is called, what it may be, and values that are fine. */
interface Value {
  readonly target: string;
  readonly samples: readonly Json[];
  readonly schema: Spot | undefined;
  /** It travels as text. */
  readonly text: boolean;
}

function keywordCells(
  making: Making,
  place: Parameter | Content,
  { target, samples, schema, text }: Value,
): readonly Cell[] {
  const { document, validator } = making;
  if (schema === undefined) return [];
  const { pointer } = schema;
  let ground: Ground | undefined;
  return sitesOf(document, schema).map((site): Cell => {
    const title = `refuses ${words(target, site)}`;
    const limit = limitOf(place, site);
    if (limit !== undefined) return uncheckable(making, title, limit, pointerOfSite(site));
    ground ??= prepareGround({ validator, pointer, text, samples, isParameter: "in" in place });
    const broken = breach(ground, site);
    return broken.found
      ? refusal(making, place, site, title, broken)
      : uncheckable(making, title, broken.reason, pointerOfSite(site), broken.limit);
  });
}

function refusal(
  { operation, required }: Making,
  place: Parameter | Content,
  site: Site,
  title: string,
  { value, path }: { readonly value: Json; readonly path: readonly string[] },
): Cell {
  const where = "in" in place ? place.in : "body";
  const argument = "in" in place ? place.argument : "body";
  return {
    kind: "refusal",
    operation,
    title,
    pointer: pointerOfSite(site),
    content: "in" in place ? operation.body?.contents[0] : place,
    args: new Map([...required, [argument, value]]),
    breach: {
      in: where,
      argument,
      keyword: site.keyword,
      path: "in" in place ? [place.name, ...path] : path,
      missing: false,
    },
  };
}

function leftOut(
  { operation, required }: Making,
  where: Parameter["in"] | "body",
  argument: string,
  target: string,
  pointer = operation.pointer,
): Cell {
  return {
    kind: "refusal",
    operation,
    title: `refuses a call without ${target}`,
    pointer,
    content: operation.body?.contents[0],
    args: new Map([...required].filter(([name]) => name !== argument)),
    breach: { in: where, argument, keyword: "required", path: [], missing: true },
  };
}

function uncheckable(
  { operation }: Making,
  title: string,
  reason: string,
  pointer: string,
  limit: "document" | "tools" = "tools",
): Cell {
  return { kind: "uncheckable", operation, title, pointer, reason, limit, instead: "refusal" };
}

/** A parameter has a schema, or content that has one. */
export function schemaOfParameter(
  owner: Pick<Making, "document" | "operation">,
  parameter: Parameter,
): Spot | undefined {
  const { mediaType } = parameter;
  const keys = mediaType === undefined ? ["schema"] : ["content", mediaType, "schema"];
  return owner.document.at(pointerOfParameter(owner, parameter), ...keys);
}

/** A parameter stands at the operation or at its path. */
function pointerOfParameter(
  { document, operation }: Pick<Making, "document" | "operation">,
  { name, in: where }: Parameter,
): string {
  const item = operation.pointer.replace(/\/[^/]*$/, "");
  for (const owner of [operation.pointer, item]) {
    for (const index of list(document.follow(document.at(owner, "parameters"))?.value).keys()) {
      const spot = document.follow(document.at(owner, "parameters", String(index)));
      if (member(spot?.value, "name") === name && member(spot?.value, "in") === where)
        return spot?.pointer ?? owner;
    }
  }
  return operation.pointer;
}

/** Two members of a union can promise the same: the place in the document tells them apart. */
function unique(cells: readonly Cell[]): readonly Cell[] {
  const titles = new Map<string, number>();
  for (const { title } of cells) titles.set(title, (titles.get(title) ?? 0) + 1);
  return cells.map((cell) =>
    titles.get(cell.title) === 1 ? cell : { ...cell, title: `${cell.title} (${cell.pointer})` },
  );
}
