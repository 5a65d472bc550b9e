import type { Api, Body, IncomingCall, Parameter } from "../../read/model.ts";
import { namesIn } from "../schema-type.ts";
import type { Target } from "../target.ts";
import { blockTag, type DocComment, documented, prose } from "./comment.ts";
import { codeSpan } from "./constraint.ts";
import { documentedProperty, parameterDoc, seeDoc } from "./describe.ts";
import { sourceFile } from "./header.ts";
import { literal, propertyName } from "./literal.ts";
import { answerText } from "./operation-doc.ts";
import { bodyType, statusKey } from "./shape.ts";
import { printType } from "./type.ts";

/** `src/webhooks.ts`: types of the calls the API makes. A client does not take calls, so types are all there is. */
export function emitWebhooks(api: Api, target: Target): string {
  return sourceFile(api, target, [
    imports(api),
    ...api.incoming.calls.map(callInterface),
    webhookList(api),
    callbackList(api),
  ]);
}

/** What the package's table of contents says of them. */
export function hasWebhooks(api: Api): boolean {
  return api.incoming.calls.length > 0;
}

function imports(api: Api): string {
  const types = api.incoming.calls.flatMap(({ parameters, body, responses }) => [
    ...parameters.map(({ type }) => type),
    ...[body, ...responses].flatMap((holder) => (holder?.contents ?? []).map(({ type }) => type)),
  ]);
  const models = [...new Set(types.flatMap(namesIn))].toSorted();
  return models.length === 0 ? "" : `import type { ${models.join(", ")} } from "./models.ts";`;
}

function callInterface(call: IncomingCall): string {
  const { body, responses } = call;
  const members = [`method: ${literal(call.method)};`, ...parameterMembers(call)];
  if (body !== undefined) {
    const types = new Set(body.contents.map(({ type }) => printType(type, documentedProperty)));
    members.push(documented(bodyDoc(body), `body${body.required ? "" : "?"}: ${[...types].join(" | ")};`));
  }
  if (responses.length > 0) {
    const answers = responses.map((response) =>
      documented(prose(answerText(response)), `${statusKey(response)}: ${bodyType(response, "undefined")};`),
    );
    members.push(
      documented(prose("Bodies to answer with, by status."), `answers: {\n${answers.join("\n")}\n};`),
    );
  }
  return documented(callDoc(call), `export interface ${call.name} {\n${members.join("\n")}\n}`);
}

/** Parameters by the place they come in. */
function parameterMembers({ parameters }: IncomingCall): readonly string[] {
  return (["path", "query", "header", "cookie"] as const).flatMap((place) => {
    const here = parameters.filter((parameter) => parameter.in === place);
    if (here.length === 0) return [];
    const optional = here.some(({ required }) => required) ? "" : "?";
    return `${place}${optional}: {\n${here.map(parameterMember).join("\n")}\n};`;
  });
}

function parameterMember(parameter: Parameter): string {
  const type = printType(parameter.type, documentedProperty);
  const name = `${propertyName(parameter.name)}${parameter.required ? "" : "?"}`;
  return documented(parameterDoc(parameter), `${name}: ${type};`);
}

function bodyDoc({ description, contents }: Body): DocComment {
  const types = contents.map(({ mediaType }) => codeSpan(mediaType)).join(" or ");
  return [...prose(description), ...(types === "`application/json`" ? [] : prose(`Comes as ${types}.`))];
}

function callDoc(call: IncomingCall): DocComment {
  const { summary, description, externalDocs, deprecated } = call;
  return [
    ...prose(summary),
    ...(description === summary ? [] : prose(description)),
    ...prose(occasion(call)),
    ...seeDoc(externalDocs),
    ...(deprecated ? blockTag("deprecated") : []),
  ];
}

function occasion({ kind, key, method, operation, url }: IncomingCall): string {
  return kind === "webhook"
    ? `\`${method}\` to the address you registered for ${codeSpan(key)}.`
    : `\`${method}\` to ${codeSpan(url ?? "")}, asked for with {@link ${operation}}.`;
}

function webhookList({ incoming }: Api): string {
  const webhooks = incoming.calls.filter(({ kind }) => kind === "webhook");
  if (webhooks.length === 0) return "";
  return documented(
    prose("The webhooks by name."),
    `export interface ${incoming.typeNames.webhook} {\n${byKey(webhooks).join("\n")}\n}`,
  );
}

function callbackList({ incoming }: Api): string {
  const callbacks = incoming.calls.filter(({ kind }) => kind === "callback");
  if (callbacks.length === 0) return "";
  const members = [...Map.groupBy(callbacks, ({ operation = "" }) => operation)].map(
    ([operation, calls]) => `${propertyName(operation)}: {\n${byKey(calls).join("\n")}\n};`,
  );
  return documented(
    prose("The callbacks by operation and name."),
    `export interface ${incoming.typeNames.callback} {\n${members.join("\n")}\n}`,
  );
}

/** Of several methods or addresses under one name, any may come. */
function byKey(calls: readonly IncomingCall[]): readonly string[] {
  return [...Map.groupBy(calls, ({ key }) => key)].map(
    ([key, some]) => `${propertyName(key)}: ${some.map(({ name }) => name).join(" | ")};`,
  );
}
