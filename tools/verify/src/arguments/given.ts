import type { Api, Json, Operation, Parameter } from "@keysmith/generator";
import { UsageError } from "../usage-error.ts";
import { kindOf, parseArgument } from "./value.ts";

/** An argument, and who gave it. */
export interface Value {
  readonly value: Json;
  /** For people: `--arg`, `AUTOMOX_ARG_USER_ID`, `getUserApiKeys`. */
  readonly from: string;
  /** A server answered with it: it is not shown. */
  readonly answered?: true;
}

/** Arguments as the user gave them. */
export interface Given {
  valueOf(operation: Operation, parameter: Parameter): Value | undefined;
}

/** Where arguments come from, in the order in which they count. */
export interface Sources {
  /** `userId=1`, or `getUserApiKey.id=3` for one operation alone. */
  readonly pairs: readonly string[];
  /** The same as JSON, `{ "userId": 1, "getUserApiKey": { "id": 3 } }`, and the file it is from. */
  readonly file: { readonly name: string; readonly content: Json } | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * The arguments of all sources, checked: a name that no operation has, and a value of another type, are mistakes.
 *
 * @throws UsageError naming what can be given.
 */
export function readArguments(api: Api, { pairs, file, environment }: Sources): Given {
  const given = new Map<string, { readonly text: string; readonly from: string }>();
  const add = (name: string, text: string, from: string): void => {
    const taken = parametersNamed(api, name);
    if (taken.length === 0) throw new UsageError(`${from}: ${unknownName(api, name)}`);
    if (!name.includes(".") && meanings(taken) > 1)
      throw new UsageError(`${from}: ${ambiguous(name, taken)}`);
    for (const { operation, parameter } of taken) {
      if (parseArgument(api, parameter, text) === undefined) {
        const expected = kindOf(api, parameter.type);
        throw new UsageError(`${from}: ${name} of ${operation.name} must be ${expected}.`);
      }
      // An operation goes by its id, too.
      given.set(name.includes(".") ? scoped(operation, parameter) : name, { text, from });
    }
  };
  // What counts more comes later and replaces.
  for (const [name, variable] of variablesOf(api)) {
    const text = environment[variable];
    if (text !== undefined && text !== "") add(name, text, variable);
  }
  for (const [name, text] of fileEntries(api, file)) add(name, text, file?.name ?? "");
  for (const pair of pairs) {
    const [name, ...rest] = pair.split("=");
    if (name === undefined || name === "" || rest.length === 0)
      throw new UsageError(`--arg ${pair}: expected name=value, as in --arg userId=1.`);
    add(name, rest.join("="), "--arg");
  }
  return {
    valueOf: (operation, parameter) => {
      const found = given.get(scoped(operation, parameter)) ?? given.get(parameter.argument);
      const value = found && parseArgument(api, parameter, found.text);
      return found === undefined || value === undefined ? undefined : { value, from: found.from };
    },
  };
}

/** How to give an argument that is lacking: `--arg userId=…`, with the operation where the name alone is not clear. */
export function howToGive(api: Api, operation: Operation, parameter: Parameter): string {
  const isAmbiguous = meanings(parametersNamed(api, parameter.argument)) > 1;
  return `--arg ${isAmbiguous ? scoped(operation, parameter) : parameter.argument}=…`;
}

function scoped({ name }: Operation, { argument }: Parameter): string {
  return `${name}.${argument}`;
}

interface Taken {
  readonly operation: Operation;
  readonly parameter: Parameter;
}

function parametersNamed(api: Api, name: string): readonly Taken[] {
  const [first = "", argument = first] = name.split(".", 2);
  return api.operations
    .filter((operation) => !name.includes(".") || operation.name === first || operation.id === first)
    .flatMap((operation) => {
      const parameter = operation.parameters.find((one) => one.argument === argument);
      return parameter === undefined ? [] : [{ operation, parameter }];
    });
}

/** How many different things go by a name: `id` may be that of a key here and of an organization there. */
function meanings(taken: readonly Taken[]): number {
  return new Set(taken.map(({ parameter }) => parameter.description)).size;
}

function ambiguous(name: string, taken: readonly Taken[]): string {
  const choices = taken.map(({ operation, parameter }) => scoped(operation, parameter));
  return `${name} is not the same everywhere. Say which is meant: ${choices.join(", ")}.`;
}

function unknownName(api: Api, name: string): string {
  const names = new Set(
    api.operations.flatMap(({ parameters }) => parameters.map(({ argument }) => argument)),
  );
  return `no operation takes "${name}". Known are ${[...names].join(", ") || "none"}.`;
}

/** The names arguments have in the environment: `AUTOMOX_ARG_USER_ID`, `AUTOMOX_ARG_GET_USER_API_KEY__ID`. */
function variablesOf(api: Api): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { name, parameters } of api.operations) {
    for (const { argument } of parameters) {
      if (meanings(parametersNamed(api, argument)) === 1)
        names.set(argument, `${upper(api.name)}_ARG_${upper(argument)}`);
      names.set(`${name}.${argument}`, `${upper(api.name)}_ARG_${upper(name)}__${upper(argument)}`);
    }
  }
  return names;
}

function upper(name: string): string {
  return name
    .replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, "_")
    .replaceAll(/\W/g, "_")
    .toUpperCase();
}

function* fileEntries(api: Api, file: Sources["file"]): Iterable<readonly [string, string]> {
  if (file === undefined) return;
  const { content, name: source } = file;
  if (typeof content !== "object" || content === null || Array.isArray(content))
    throw new UsageError(`${source}: expected an object, { "userId": 1 }.`);
  for (const [name, value] of Object.entries(content)) {
    const isOperation = api.operations.some((operation) => operation.name === name || operation.id === name);
    if (isOperation && typeof value === "object" && value !== null) {
      for (const [argument, own] of Object.entries(value)) yield [`${name}.${argument}`, textOf(own)];
    } else yield [name, textOf(value)];
  }
}

function textOf(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
