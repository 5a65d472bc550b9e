import type { Api, Json, Parameter, Type } from "@keysmith/generator";

/**
 * The value of an argument as a command line gives it, in the type the document has for it; undefined where the text is
 * none of that type.
 */
export function parseArgument(api: Api, parameter: Parameter, text: string): Json | undefined {
  const value = parse(api, parameter.type, text);
  // An empty segment would lead to another address.
  return parameter.in === "path" && value === "" ? undefined : value;
}

function parse(api: Api, type: Type, text: string): Json | undefined {
  switch (type.kind) {
    case "number": {
      const number = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
      return Number.isNaN(number) || (type.integer && !Number.isSafeInteger(number)) ? undefined : number;
    }
    case "boolean":
      return text === "true" ? true : text === "false" ? false : undefined;
    case "null":
      return text === "null" ? null : undefined;
    case "literal":
      return String(type.value) === text ? type.value : undefined;
    case "union":
      return type.members.map((member) => parse(api, member, text)).find((value) => value !== undefined);
    case "reference": {
      const target = api.schemas.find(({ name }) => name === type.name);
      return target === undefined ? text : parse(api, target.type, text);
    }
    case "array": {
      if (text.startsWith("[")) return parseJson(text);
      const items = text.split(",").map((item) => parse(api, type.items, item.trim()));
      return items.includes(undefined) ? undefined : items.filter((item) => item !== undefined);
    }
    case "object":
    case "tuple":
      return parseJson(text);
    case "never":
      return undefined;
    case "string":
    case "binary":
    case "unknown":
    case "intersection":
      return text;
    default:
      return type satisfies never;
  }
}

/** What kind of text {@link parseArgument} takes, for messages. */
export function kindOf(api: Api, type: Type): string {
  switch (type.kind) {
    case "number":
      return type.integer ? "an integer" : "a number";
    case "boolean":
      return "true or false";
    case "literal":
      return JSON.stringify(type.value);
    case "union":
      return type.members.map((member) => kindOf(api, member)).join(" or ");
    case "reference": {
      const target = api.schemas.find(({ name }) => name === type.name);
      return target === undefined ? "a text" : kindOf(api, target.type);
    }
    case "array":
      return "a list, its items between commas";
    case "object":
    case "tuple":
      return "JSON";
    default:
      return "a text that is not empty";
  }
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
