import { sampleArguments } from "../../../read/sample.ts";
import type { Api, Json, Operation, Parameter } from "../../../read/model.ts";
import { callText } from "../../typescript/call.ts";
import { literal } from "../../typescript/literal.ts";
import { clientVariable } from "../../typescript/shape.ts";
import type { Target } from "../../target.ts";
import { blocks, code, fence, heading, line, type Markdown, webLink } from "../markdown.ts";
import { authOption, importLine, optionsText, serverOption } from "../../typescript/setup.ts";
import { firstOperation, plainOperation } from "./sample.ts";

/** What came with the data. */
export function responses(api: Api): Markdown | undefined {
  const operation = plainOperation(api);
  if (operation === undefined) return undefined;
  const lines = [
    `const { data, response, meta } = await ${callText(api, operation, "required")}.withResponse();`,
    "console.log(meta.status, meta.requestId, response.headers, data);",
  ];
  return blocks(heading(2, "Status and headers"), fence("ts", lines.join("\n")));
}

/** The client as the openapi-fetch client it is. */
export function openapiFetch(api: Api): Markdown | undefined {
  const operation = [firstOperation(api), ...api.operations].find(travelsAsJson);
  if (operation === undefined) return undefined;
  const init = fetchInit(api, operation);
  const args = [operation.path, ...(init === undefined ? [] : [init])].map((value) => literal(value));
  const lines = [
    `const { data, error } = await ${clientVariable(api)}.${operation.method}(${args.join(", ")});`,
    "console.log(data ?? error);",
  ];
  return blocks(
    heading(2, "openapi-fetch"),
    line`The client is an ${openapiFetchLink} client with typed paths; middleware goes in with ${code("use")}. These calls return their error.`,
    fence("ts", lines.join("\n")),
  );
}

/** For bundles that shall carry only what they call. */
export function freeFunctions(api: Api, target: Target): Markdown | undefined {
  const operation = plainOperation(api);
  if (operation === undefined) return undefined;
  const lines = [
    importLine(["createClient", operation.name], `${target.packageName}/functions`),
    "",
    `const client = createClient(${optionsText([serverOption(api), authOption(api)])});`,
    `await ${callText(api, operation, "required", undefined, "function")};`,
  ];
  return blocks(
    heading(2, "Small bundles"),
    line`Every method is also a function that takes the client first. A client of ${code("createClient")} has no methods, so a bundle carries only the operations it calls, and not openapi-fetch. ${code(`${target.packageName}/functions`)} is all of the package but that client, so that a compiler has less to read. A client of ${code(`create${api.typeName}`)} can be passed as well.`,
    fence("ts", lines.join("\n")),
  );
}

const openapiFetchLink = webLink("openapi-fetch", "https://openapi-ts.dev/openapi-fetch/");

function travelsAsJson(operation: Operation | undefined): boolean {
  return operation !== undefined && (operation.body?.contents[0].kind ?? "json") === "json";
}

/** Arguments where openapi-fetch expects them. */
function fetchInit(api: Api, operation: Operation): Json | undefined {
  const values = sampleArguments(api, operation, "required");
  const body = values.get("body");
  const params = (["path", "query", "header", "cookie"] as const)
    .map((place) => [place, wireValues(operation, place, values)] as const)
    .filter(([, members]) => Object.keys(members).length > 0);
  const init = {
    ...(params.length > 0 && { params: Object.fromEntries(params) }),
    ...(body !== undefined && { body }),
  };
  return Object.keys(init).length === 0 ? undefined : init;
}

function wireValues(
  operation: Operation,
  place: Parameter["in"],
  values: ReadonlyMap<string, Json>,
): { readonly [name: string]: Json } {
  const here = operation.parameters.filter((parameter) => parameter.in === place);
  return Object.fromEntries(
    here.flatMap(({ name, argument }) => {
      const value = values.get(argument);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}
