import { sampleArguments } from "../../../read/sample.ts";
import type { Api, Json, Operation, Parameter } from "../../../read/model.ts";
import { callText } from "../../typescript/call.ts";
import { codeWidth, literal } from "../../typescript/literal.ts";
import { clientVariable } from "../../typescript/shape.ts";
import type { Target } from "../../target.ts";
import { blocks, code, fence, heading, type Markdown, md } from "../markdown.ts";
import { authOption, importLine, optionsText, serverOption } from "../setup.ts";
import { firstOperation, plainOperation } from "./sample.ts";

/** What came with the data. */
export function responses(api: Api): Markdown | undefined {
  const operation = plainOperation(api);
  if (operation === undefined) return undefined;
  const open = "const { data, response, meta } = await ";
  const call = callText(api, operation, "required", open.length + ".withResponse();".length);
  return blocks(
    heading(2, "Status and headers"),
    fence(
      "ts",
      `${open}${call}.withResponse();\nconsole.log(meta.status, meta.requestId, response.headers, data);`,
    ),
  );
}

/** The client as the openapi-fetch client it is. */
export function openapiFetch(api: Api): Markdown | undefined {
  const operation = [firstOperation(api), ...api.operations].find((candidate) => {
    return (
      candidate !== undefined && (candidate.body === undefined || candidate.body.contents[0].kind === "json")
    );
  });
  if (operation === undefined) return undefined;
  const open = `const { data, error } = await ${clientVariable(api)}.${operation.method}(`;
  const init = fetchInit(api, operation);
  const argument =
    init === undefined ? "" : `, ${literal(init, codeWidth - open.length - operation.path.length)}`;
  return blocks(
    heading(2, "openapi-fetch"),
    md`The client is an openapi-fetch client with typed paths; middleware goes in with ${code("use")}. These calls return their error.`,
    fence("ts", `${open}${literal(operation.path)}${argument});\nconsole.log(data ?? error);`),
  );
}

/** For bundles that shall carry only what they call. */
export function freeFunctions(api: Api, target: Target): Markdown | undefined {
  const operation = plainOperation(api);
  if (operation === undefined) return undefined;
  const options = optionsText([serverOption(api), authOption(api)]);
  const call = callText(api, operation, "required", "console.log(await );".length, "function");
  const lines = [
    importLine(["createClient", operation.name], target.packageName),
    "",
    `const client = createClient(${options});`,
    `console.log(await ${call});`,
  ];
  return blocks(
    heading(2, "Small bundles"),
    md`Every method is also a function that takes the client first. With ${code("createClient")} a bundle carries only the operations it calls.`,
    fence("ts", lines.join("\n")),
  );
}

/** Arguments where openapi-fetch expects them. */
function fetchInit(api: Api, operation: Operation): Json | undefined {
  const values = sampleArguments(api, operation, "required");
  const valuesIn = (place: Parameter["in"]): readonly (readonly [string, Json])[] =>
    operation.parameters.flatMap((parameter) => {
      const value = values.get(parameter.argument);
      return parameter.in === place && value !== undefined ? [[parameter.name, value] as const] : [];
    });
  const places: readonly Parameter["in"][] = ["path", "query", "header", "cookie"];
  const params = places
    .map((place) => [place, Object.fromEntries(valuesIn(place))] as const)
    .filter(([, members]) => Object.keys(members).length > 0);
  const body = values.get("body");
  const init = {
    ...(params.length > 0 && { params: Object.fromEntries(params) }),
    ...(body !== undefined && { body }),
  };
  return Object.keys(init).length === 0 ? undefined : init;
}
