import { isObject, member } from "../../load/json.ts";
import { childPointer } from "../../load/pointer.ts";
import { at, type Context } from "../context.ts";
import { entriesOf, textOf } from "../reading.ts";

/** `operationId` names a function and a method of the client. */
export function uniqueOperationIds({ nodes, error, warning, place }: Context): void {
  const seen = new Map<string, string>();
  for (const node of nodes("operation")) {
    const id = textOf(node.value, "operationId");
    const pointer = at(node, "operationId");
    if (id === undefined) continue;
    if (id.trim() === "") {
      warning(
        pointer,
        "`operationId` is empty, so a name is made from method and path. Write one, such as `listKeys`.",
      );
      continue;
    }
    const first = seen.get(id);
    if (first === undefined) seen.set(id, pointer);
    else {
      const where = place(first);
      error(
        pointer,
        `The operationId \`${id}\` is taken by ${holder(first)} on ${where}. Expected a name of its own for each operation: rename one.`,
      );
    }
  }
}

/** `#/paths/~1keys/get/operationId` -> `GET /keys`. */
function holder(pointer: string): string {
  const [, key = "", method = ""] = /\/([^/]+)\/([^/]+)\/operationId$/.exec(pointer) ?? [];
  return `\`${method.toUpperCase()} ${key.replaceAll("~1", "/").replaceAll("~0", "~")}\``;
}

/** An operation says what it answers. */
export function someResponse({ nodes, version, error, warning }: Context): void {
  for (const node of nodes("operation")) {
    const responses = member(node.value, "responses");
    if (responses === undefined && version === "3.1") {
      warning(at(node), '`responses` is missing, so the result has no known type. Add one, such as `"200"`.');
      continue;
    }
    if (responses === undefined) {
      error(
        at(node),
        '`responses` is missing. Expected at least one status with its answer, such as `"200"`.',
        "responses",
      );
      continue;
    }
    if (!isObject(responses)) continue;
    const statuses = entriesOf(responses).map(([status]) => status);
    if (statuses.length === 0) {
      error(
        at(node, "responses"),
        '`responses` is empty. Expected at least one status with its answer, such as `"200"`.',
      );
    } else if (statuses.every((status) => /^[45]/.test(status))) {
      warning(
        at(node, "responses"),
        'No answer of success is described, so the result has no known type. Add one, such as `"200"`.',
      );
    }
  }
}

/** What no client on the web platform can send. */
export function sendable({ routes, resolve, warning }: Context): void {
  for (const { method, operation } of routes) {
    const { value, pointer } = operation;
    if (method === "trace") {
      warning(pointer, "`fetch` forbids TRACE on every platform: the client has no such operation.");
    }
    if (method !== "get" && method !== "head") continue;
    const place = childPointer(pointer, "requestBody");
    const body = resolve("requestBody", member(value, "requestBody"), place);
    if (body === undefined) continue;
    warning(
      place,
      `\`fetch\` sends no body with ${method.toUpperCase()}, so the operation takes none. Use query parameters or another method.`,
    );
  }
}
