import { isObject, member } from "../../load/json.ts";
import { childPointer } from "../../load/pointer.ts";
import { at, type Context } from "../context.ts";
import { entriesOf, textOf } from "../reading.ts";

/** `operationId` names a function and a method of the client. */
export function uniqueOperationIds({ nodes, error, place }: Context): void {
  const seen = new Map<string, string>();
  for (const node of nodes("operation")) {
    const id = textOf(node.value, "operationId");
    const pointer = at(node, "operationId");
    if (id === undefined) continue;
    if (id.trim() === "") {
      error(
        pointer,
        "`operationId` is empty. Expected a name such as `listKeys`; without the key, one is made from method and path.",
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
export function someResponse({ nodes, error, warning }: Context): void {
  for (const node of nodes("operation")) {
    const responses = member(node.value, "responses");
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
export function sendable({ routes, resolve, error, warning }: Context): void {
  for (const { method, operation } of routes) {
    const { value, pointer } = operation;
    if (method === "trace") {
      error(pointer, "TRACE is not supported: `fetch` forbids it on every platform. Remove the operation.");
    }
    if (method !== "get" && method !== "head") continue;
    const place = childPointer(pointer, "requestBody");
    const body = resolve("requestBody", member(value, "requestBody"), place);
    if (body === undefined) continue;
    const message = `\`fetch\` sends no body with ${method.toUpperCase()}.`;
    if (member(body.value, "required") === true)
      error(place, `${message} Use query parameters or another method.`);
    else warning(place, `${message} The optional body cannot be used.`);
  }
}
