import { member } from "../../load/json.ts";
import { suggestion } from "../../load/nearest.ts";
import { referredRoute } from "../../read/link.ts";
import { at, type Context } from "../context.ts";
import { textOf } from "../reading.ts";

/** A link leads to an operation of the document. */
export function links({ nodes, routes, warning }: Context): void {
  const ids = new Set(routes.flatMap(({ operation }) => textOf(operation.value, "operationId") ?? []));
  const known = new Set(routes.map(({ method, path }) => `${method.toUpperCase()} ${path}`));
  for (const node of nodes("link")) {
    if (member(node.value, "$ref") !== undefined) continue;
    const [id, reference] = [textOf(node.value, "operationId"), textOf(node.value, "operationRef")];
    if (id !== undefined && !ids.has(id)) {
      warning(
        at(node, "operationId"),
        `There is no operation \`${id}\`, so the link is left out.${suggestion(id, ids)}`,
      );
    } else if (id === undefined && reference !== undefined && !known.has(referredRoute(reference) ?? "")) {
      warning(
        at(node, "operationRef"),
        `\`${reference}\` leads to no operation of this document, so the link is left out. Expected a reference like \`#/paths/~1keys~1{id}/get\`.`,
      );
    }
  }
}
