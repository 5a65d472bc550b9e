import type { Api, Operation } from "../../read/model.ts";
import type { Target } from "../target.ts";
import { argumentsType } from "./arguments.ts";
import { isEncoded, usesWriteBody } from "./body-definition.ts";
import { parameterList } from "./call.ts";
import { documented, prose } from "./comment.ts";
import { needsOwnServer, operationDefinition } from "./operation-definition.ts";
import { sourceFile } from "./header.ts";
import { answerText, operationDoc } from "./operation-doc.ts";
import { needsStyled } from "./parameter-definition.ts";
import { importedModels } from "./references.ts";
import { bodyType, errorsName, failures, returnType, statusKey } from "./shape.ts";

/** `src/operations.ts`: one documented function per operation, with the types of its arguments and error bodies. */
export function emitOperations(api: Api, target: Target): string {
  if (api.operations.length === 0) return sourceFile(api, target, ["export {};"]);
  const operations = api.operations.flatMap((operation) => [
    argumentsType(operation),
    errorsInterface(operation),
    operationFunction(api, operation),
  ]);
  return sourceFile(api, target, [imports(api), ...operations]);
}

function imports(api: Api): string {
  const paged = api.operations.filter((operation) => operation.pagination !== undefined).length;
  const runtime = [
    ...(paged < api.operations.length ? ["operation"] : []),
    ...(api.operations.some((operation) => needsOwnServer(api, operation)) ? ["ownServer"] : []),
    ...(paged > 0 ? ["pagedOperation"] : []),
    ...(api.operations.some(isEncoded) ? ["encoded"] : []),
    ...(api.operations.some((operation) => needsStyled(api, operation)) ? ["styled"] : []),
    ...(api.operations.some(usesWriteBody) ? ["writeBody"] : []),
    ...(paged < api.operations.length ? ["type ApiCall"] : []),
    "type CallOptions",
    ...(paged > 0 ? ["type PagedCall"] : []),
  ];
  const models = importedModels(api.operations);
  return [
    `import { ${runtime.join(", ")} } from "@keysmith/runtime";`,
    `import type { ${api.typeName}Client } from "./client.ts";`,
    ...(models.length === 0 ? [] : [`import type { ${models.join(", ")} } from "./models.ts";`]),
  ].join("\n");
}

function errorsInterface(operation: Operation): string {
  const errors = failures(operation);
  if (errors.length === 0) return "";
  const members = errors.map((response) => {
    return documented(
      prose(answerText(response)),
      `${statusKey(response)}: ${bodyType(response, "undefined")};`,
    );
  });
  const doc = prose(`Error bodies of {@link ${operation.name}}, by status.`);
  return documented(doc, `export interface ${errorsName(operation)} {\n${members.join("\n")}\n}`);
}

function operationFunction(api: Api, operation: Operation): string {
  const parameters = [`client: ${api.typeName}Client`, ...parameterList(operation)].join(", ");
  const definition = operationDefinition(api, operation);
  const maker = operation.pagination === undefined ? "operation" : "pagedOperation";
  const type = `(${parameters}) => ${returnType(operation)}`;
  const code = `export const ${operation.name} = /* @__PURE__ */ ${maker}<\n  ${type}\n>(${definition});`;
  return documented(operationDoc(api, operation), code);
}
