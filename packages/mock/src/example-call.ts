import { dereference, entries, isObject, list, member, type JsonObject } from "./document/json.ts";
import { METHODS } from "./document/parts.ts";

/** A `curl` command for the simplest operation of a document, as valid as the document's examples are. */
export function exampleCall(document: JsonObject, url: string): string {
  const operation = simplest(document);
  if (operation === undefined) return "";
  const { method, parameters, security } = operation;
  let path = operation.path;
  const query: string[] = [];
  const headers: string[] = [];
  const place = (where: unknown, name: string, value: string): void => {
    if (where === "path") path = path.replace(`{${name}}`, encodeURIComponent(value));
    if (where === "query") query.push(`${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
    if (where === "header") headers.push(`${name}: ${value}`);
    if (where === "cookie") headers.push(`Cookie: ${name}=${value}`);
  };
  for (const parameter of parameters)
    if (parameter.required) place(parameter.in, parameter.name, parameter.value);
  for (const scheme of security) {
    if (scheme["type"] === "apiKey") place(scheme["in"], String(scheme["name"]), "test");
    else
      headers.push(
        `Authorization: ${scheme["scheme"] === "basic" ? `Basic ${btoa("user:test")}` : "Bearer test"}`,
      );
  }
  const target = quote(url + path + (query.length > 0 ? `?${query.join("&")}` : ""));
  return [
    "curl",
    ...(method === "get" ? [] : ["-X", method.toUpperCase()]),
    ...headers.flatMap((header) => ["-H", quote(header)]),
    target,
  ].join(" ");
}

interface Candidate {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: unknown;
    readonly required: boolean;
    readonly value: string;
  }[];
  readonly security: readonly JsonObject[];
  readonly hasBody: boolean;
}

/** A GET with few parameters if there is one; never one that needs a body as long as another does not. */
function simplest(document: JsonObject): Candidate | undefined {
  const cost = ({ method, hasBody, parameters }: Candidate): number =>
    (method === "get" ? 0 : 10) +
    (hasBody ? 100 : 0) +
    parameters.filter((parameter) => parameter.required).length;
  return [...candidates(document)].toSorted((one, other) => cost(one) - cost(other))[0];
}

function* candidates(document: JsonObject): Iterable<Candidate> {
  const resolve = (value: unknown): unknown => dereference(document, [], value).value;
  for (const [path, item] of entries(document["paths"])) {
    for (const method of METHODS) {
      const operation = member(item, method);
      if (!isObject(operation)) continue;
      const declared = [...list(operation["parameters"]), ...list(member(item, "parameters"))]
        .map(resolve)
        .filter(isObject);
      const [needed] = list(operation["security"] ?? document["security"]);
      const schemes = member(document["components"], "securitySchemes");
      yield {
        method,
        path,
        parameters: declared.map((parameter) => ({
          name: String(parameter["name"]),
          in: parameter["in"],
          required: parameter["required"] === true,
          value: valueOf(parameter, resolve(parameter["schema"]), resolve),
        })),
        security: entries(needed)
          .map(([name]) => resolve(member(schemes, name)))
          .filter(isObject),
        hasBody: operation["requestBody"] !== undefined,
      };
    }
  }
}

function valueOf(parameter: JsonObject, schema: unknown, resolve: (value: unknown) => unknown): string {
  const [named] = entries(parameter["examples"]).map(([, example]) => member(resolve(example), "value"));
  const given = [
    parameter["example"],
    named,
    member(schema, "example"),
    list(member(schema, "examples"))[0],
    member(schema, "default"),
    list(member(schema, "enum"))[0],
  ];
  const value = given.find((candidate) => candidate !== undefined);
  const type = member(schema, "type");
  return String(
    value ?? (type === "integer" || type === "number" ? (member(schema, "minimum") ?? 1) : "example"),
  );
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
