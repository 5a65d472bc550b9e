import { type JsonObject, member } from "../../load/json.ts";
import { childPointer } from "../../load/pointer.ts";
import type { Node } from "../../load/walk.ts";
import type { Json } from "../../read/model.ts";
import { carrierOf, substanceOf } from "../../read/wire/carrier.ts";
import { isHeaderName, setterOf } from "../../read/wire/headers.ts";
import { at, type Context } from "../context.ts";
import { entriesOf, resolver, textOf } from "../reading.ts";

/** Parameters that OpenAPI itself takes out of play, and those whose form it leaves open. */
export function parameterSupport(context: Context): void {
  const { nodes, warning } = context;
  for (const node of nodes("parameter")) {
    const name = textOf(node.value, "name") ?? "";
    const setter = textOf(node.value, "in") === "header" ? setterOf(name) : undefined;
    if (setter === "document") {
      warning(
        at(node),
        `OpenAPI ignores a header parameter called \`${name}\`: media types and security schemes set that header. Remove it.`,
      );
    }
    if (textOf(node.value, "in") === "header" && !isHeaderName(name)) {
      warning(
        at(node, "name"),
        `No header can be called ${JSON.stringify(name)}, so operations have no such argument. Use letters, digits and dashes.`,
      );
    }
    if (setter === "fetch") {
      warning(at(node), `\`fetch\` sets the header \`${name}\` itself, and lets nobody else. Remove it.`);
    }
    const [media, content] = entriesOf(member(node.value, "content"))[0] ?? [];
    const substance = substanceOf(context.document, member(content, "schema"));
    const isText = substance === "text" || substance === "anything";
    if (media !== undefined && carrierOf(media) !== "json" && !(carrierOf(media) === "text" && isText)) {
      warning(
        childPointer(at(node, "content"), media),
        `A parameter is written as JSON or text, not as \`${media}\`: its type is \`string\`. Write the value yourself, or use \`application/json\`.`,
      );
    }
    if (textOf(node.value, "in") === "query") emptyValue(context, node);
    else meaningless(node, warning);
    undefinedForm(context, node);
  }
}

/** Of queries only; values of other places are written as if it were not there. */
function meaningless(node: Node, warning: Context["warning"]): void {
  for (const keyword of ["allowReserved", "allowEmptyValue"]) {
    if (member(node.value, keyword) !== true) continue;
    warning(
      at(node, keyword),
      `\`${keyword}\` means something in the query only, so it has no effect here. Remove it.`,
    );
  }
}

/** `?flag=` beside values of another type: OpenAPI advises against it, and no argument stands for it. */
function emptyValue({ document, warning }: Context, node: Node): void {
  if (member(node.value, "allowEmptyValue") !== true) return;
  const substance = substanceOf(document, member(node.value, "schema"));
  if (substance === "text" || substance === "anything") return;
  warning(
    at(node, "allowEmptyValue"),
    "The empty value cannot be given, only values of the schema. Allow an empty text in the schema, if servers tell it from no value.",
  );
}

/** What no version of OpenAPI says how to write. */
function undefinedForm({ document, warning }: Context, node: Node): void {
  const { value } = node;
  const style = textOf(value, "style");
  const schema = member(value, "schema");
  const substance = substanceOf(document, schema);
  if (schema === undefined || style === "deepObject" || (substance !== "list" && substance !== "object"))
    return;
  if (textOf(value, "in") === "cookie" && member(value, "explode") !== false) {
    warning(
      at(node),
      "Exploded lists and objects have no form in cookies that servers agree on: sent are `name=1&name=2`. Write `explode: false`.",
    );
  }
  if (!holdsMore(document, schema)) return;
  warning(
    at(node, "schema"),
    `OpenAPI does not say how lists and objects within a${substance === "list" ? " list" : "n object"} are written: each is sent as JSON. Describe the parameter by \`content\` with \`application/json\`${textOf(value, "in") === "query" ? ", or use `style: deepObject`" : ""}.`,
  );
}

/** Whether items or properties are lists or objects themselves. */
function holdsMore(document: JsonObject, schema: Json): boolean {
  const target = resolver(document)("schema", schema, "#")?.value;
  const parts = [
    member(target, "items") ?? {},
    ...entriesOf(member(target, "properties")).map(([, part]) => part),
  ];
  return parts.some((part) => ["list", "object"].includes(substanceOf(document, part)));
}
