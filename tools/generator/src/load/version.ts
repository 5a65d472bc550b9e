import type { SourceFile } from "./file.ts";
import { fileProblem } from "./file.ts";
import { describe, isObject, member, membersOf, type JsonObject } from "./json.ts";
import { suggestion } from "./nearest.ts";
import { SpecProblems } from "../problem.ts";

/**
 * The root of a file as an OpenAPI document of a version we speak.
 *
 * @throws SpecProblems when it is none
 */
export function openapiDocument(file: SourceFile): { document: JsonObject; version: "3.0" | "3.1" } {
  const { data, name } = file;
  if (data === null) {
    throw fileProblem(
      name,
      "The file has no content besides comments. Expected an OpenAPI document that begins with `openapi: 3.1.0`.",
    );
  }
  if (!isObject(data)) {
    throw fileProblem(
      name,
      `Expected an object with \`openapi\`, \`info\` and \`paths\` at the top, found ${describe(data)}.`,
    );
  }
  const found = member(data, "openapi");
  const version = typeof found === "string" ? /^(3\.[01])\.\d+(-.+)?$/.exec(found)?.[1] : undefined;
  if (version === "3.0" || version === "3.1") return { document: data, version };
  const key = found === undefined && member(data, "swagger") !== undefined ? "swagger" : "openapi";
  const tokens = member(data, key) === undefined ? [] : [key];
  throw new SpecProblems([file.problem("error", tokens, versionMessage(data))]);
}

function versionMessage(document: JsonObject): string {
  const found = member(document, "openapi");
  const expected = "Expected OpenAPI 3.0 or 3.1, such as `openapi: 3.1.0`";
  if (found === undefined) {
    const swagger = member(document, "swagger");
    if (swagger !== undefined) {
      return `Swagger ${typeof swagger === "string" ? swagger : "2.0"} is not supported. ${expected}. Convert the document first, for example with \`npx swagger2openapi\`.`;
    }
    const meant = suggestion("openapi", Object.keys(document));
    return `\`openapi\` is missing. ${expected}; found ${membersOf(document)}.${meant}`;
  }
  if (typeof found === "number") {
    return `\`openapi\` must be text with three numbers: found the number ${found}. Write \`openapi: "${found === 3 ? "3.0" : found}.0"\`.`;
  }
  if (typeof found === "string" && /^3\.[01]$/.test(found)) {
    return `\`openapi\` must name a version with three numbers: found ${describe(found)}. Write \`openapi: ${found}.0\`.`;
  }
  return `OpenAPI ${typeof found === "string" ? found : describe(found)} is not supported. ${expected}.`;
}
