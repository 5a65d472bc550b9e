import { formatPointer, type JsonObject, lookup, member, parsePointer } from "@keysmith/generator";

/**
 * What people call a part of a document: `query parameter "limit"`, `CreateKey.owner.name`, `response 200 of GET /keys`.
 *
 * @param pointer - Where it stands, references followed.
 */
export function subject(document: JsonObject, pointer: string): string {
  const tokens = parsePointer(pointer);
  const [first, second, third = ""] = tokens;
  if (first === "components") return component(document, tokens, second ?? "", third);
  if (first === "webhooks") return inItem(document, tokens, 2, `webhook "${second}"`);
  if (first === "paths") return inItem(document, tokens, 2, `path "${second}"`);
  if (first === "servers") return server(document, tokens);
  if (first === "tags" && second !== undefined) return tag(document, tokens);
  return tokens.map((token) => (/^\d+$/.test(token) ? `[${token}]` : token)).join(" ") || "the document";
}

function component(document: JsonObject, tokens: readonly string[], kind: string, name: string): string {
  const rest = tokens.slice(3);
  switch (kind) {
    case "schemas":
      return `${name}${steps(rest)}`;
    case "parameters":
      return `${parameter(document, tokens.slice(0, 3))}${steps(rest.slice(1))}`;
    case "responses":
      return inAnswer(`response "${name}"`, rest);
    case "requestBodies":
      return inContent(`request body "${name}"`, rest);
    case "headers":
      return `header "${name}"${steps(rest.slice(1))}`;
    case "securitySchemes":
      return [`security scheme "${name}"`, ...rest].join(" ");
    default:
      return [kind, ...tokens.slice(2)].join(" ");
  }
}

/** @param depth - How many tokens lead to the path item. */
function inItem(document: JsonObject, tokens: readonly string[], depth: number, name: string): string {
  const rest = tokens.slice(depth);
  if (rest.length === 0) return name;
  if (rest[0] === "parameters" && rest.length > 1) {
    return `${parameter(document, tokens.slice(0, depth + 2))}${steps(rest.slice(3))}`;
  }
  const [, part, key = "", ...inner] = rest;
  if (part === undefined) return operation(document, tokens);
  if (part === "parameters" && rest.length > 2) {
    return `${parameter(document, tokens.slice(0, depth + 3))}${steps(inner.slice(1))}`;
  }
  if (part === "requestBody") return inContent("request body", rest.slice(2));
  if (part === "responses" && key !== "") return inAnswer(`response ${key}`, inner);
  if (part === "callbacks" && key !== "" && inner.length > 0) {
    return inItem(document, tokens, depth + 4, `callback "${key}"`);
  }
  if (key === "") return `${operation(document, tokens.slice(0, depth + 1))}: ${part}`;
  return `${singular(part)} "${key}"`;
}

function operation(document: JsonObject, tokens: readonly string[]): string {
  const found = lookup(document, tokens);
  const id = found.found ? member(found.value, "operationId") : undefined;
  return typeof id === "string" ? id : `${tokens.at(-1)?.toUpperCase()} ${tokens.at(-2)}`;
}

function inAnswer(name: string, tokens: readonly string[]): string {
  if (tokens[0] === "headers" && tokens.length > 1) {
    return `header "${tokens[1]}" of ${name}${steps(tokens.slice(3))}`;
  }
  if (tokens[0] === "links") return `links of ${name}`;
  return inContent(name, tokens);
}

/** Media types are told only where they are what changed. */
function inContent(name: string, tokens: readonly string[]): string {
  const [content, media, part, key] = tokens;
  if (content !== "content") return name;
  if (media === undefined) return `body of ${name}`;
  if (part === undefined) return `media type "${media}" of ${name}`;
  if (part === "schema") return `${name}${steps(tokens.slice(3))}`;
  return part === "examples" && key !== undefined ? `example "${key}" of ${name}` : `${part} of ${name}`;
}

function parameter(document: JsonObject, tokens: readonly string[]): string {
  const found = lookup(document, tokens);
  const value = found.found ? found.value : undefined;
  const name = member(value, "name");
  if (typeof name !== "string") return `parameter ${formatPointer(tokens)}`;
  return `${String(member(value, "in"))} parameter "${name}"`;
}

function server(document: JsonObject, tokens: readonly string[]): string {
  const found = lookup(document, tokens.slice(0, 2));
  const name = found.found ? (member(found.value, "x-name") ?? member(found.value, "url")) : undefined;
  if (typeof name !== "string") return "servers";
  return tokens[2] === "variables" && tokens[3] !== undefined
    ? `variable "${tokens[3]}" of server "${name}"`
    : `server "${name}"`;
}

function tag(document: JsonObject, tokens: readonly string[]): string {
  const found = lookup(document, [...tokens.slice(0, 2), "name"]);
  return found.found ? `tag "${String(found.value)}"` : "tags";
}

/** A way through schemas as code would write it: `.items[].name`. */
function steps(tokens: readonly string[]): string {
  let text = "";
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] ?? "";
    if (token === "properties" && index + 1 < tokens.length) text += `.${tokens[++index]}`;
    else if (token === "items") text += "[]";
    else if (token === "additionalProperties") text += "{}";
    else if (/^(?:oneOf|anyOf|allOf|prefixItems)$/.test(token) && index + 1 < tokens.length) {
      text += ` ${token}[${tokens[++index]}]`;
    } else text += ` ${token}`;
  }
  return text;
}

function singular(part: string): string {
  return part.endsWith("s") ? part.slice(0, -1) : part;
}
