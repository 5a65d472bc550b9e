import type { Content, Operation, Response } from "@keysmith/generator";
import { callMethod, schemesOf, type Bench } from "../bench.ts";
import type { ResponseCell } from "../cells/cell.ts";
import { isSuccess } from "../cells/response.ts";
import { errorClass } from "../judge/failure.ts";
import type { Validator } from "../judge/validator.ts";
import { isFinding, observe, type Observation } from "../run/observe.ts";
import { wish } from "../run/response.ts";
import { classOf } from "../subject.ts";
import { brokenOf, refusalOf, refusalText, shown, type Broken } from "./broken.ts";

/**
 * Asks for a status of the old document, as often as the new one has examples of it: each must come, in the same media
 * type, as the same kind of result or error, and fit the old schema. What the new examples say is theirs.
 */
export async function replayResponse(
  bench: Bench,
  cell: ResponseCell,
  now: Operation,
  validator: Validator,
): Promise<readonly Broken[]> {
  const { code, response, body } = cell;
  const answer = answerOf(now, code);
  if (answer === undefined) {
    const statuses = now.responses.map(({ status }) => String(status)).join(", ");
    return [{ message: `${code} is no longer answered`, before: String(code), after: statuses || "none" }];
  }
  const lost = response.headers
    .filter(({ name }) => !answer.headers.some((header) => sameName(header.name, name)))
    .map(({ name }) => ({ message: `the answer ${code} no longer has the header ${name}` }));
  const content = contentOf(answer, body?.content.mediaType);
  if (body !== undefined && content === undefined) {
    const before = body.content.mediaType;
    const after = answer.contents.map(({ mediaType }) => mediaType).join(", ") || "no body";
    return [...lost, { message: `the answer ${code} no longer comes as ${before}`, before, after }];
  }
  const examples = content?.examples.length ? content.examples : [undefined];
  const broken: Broken[] = [...lost];
  for (const example of examples) {
    const headers =
      content === undefined || example === undefined
        ? { Prefer: `code=${code}`, ...(content && { Accept: content.mediaType }) }
        : wish(code, { content, example });
    const client = bench.clientWith(schemesOf(cell.operation));
    const seen = await observe(bench, () => callMethod(client, cell.operation, cell.args, headers));
    broken.push(...(isFinding(seen) ? [brokenOf(seen)] : judgeAnswer(bench, cell, seen, validator)));
  }
  return broken;
}

function answerOf({ responses }: Operation, code: number): Response | undefined {
  return [code, `${String(code)[0]}XX`, "default"]
    .map((status) => responses.find((response) => response.status === status))
    .find((response) => response !== undefined);
}

function contentOf({ contents }: Response, mediaType: string | undefined): Content | undefined {
  return contents.find((content) => content.mediaType === mediaType);
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function judgeAnswer(
  bench: Bench,
  cell: ResponseCell,
  seen: Observation,
  validator: Validator,
): readonly Broken[] {
  const { code } = cell;
  const [exchange] = seen.exchanges;
  const refused =
    exchange === undefined ? (refusalOf(seen)?.message ?? "no request is sent") : refusalText(exchange);
  if (exchange === undefined || refused !== undefined) return [{ message: String(refused) }];
  if (exchange.status !== code)
    return [
      { message: `${code} is no longer answered`, before: String(code), after: String(exchange.status) },
    ];
  const { outcome } = seen;
  if (isSuccess(code)) {
    if (outcome.ok) return judgeBody(bench, cell, outcome.value, validator);
    return [{ message: `an answer of ${code} throws: ${shown(outcome.error)}` }];
  }
  if (outcome.ok) return [{ message: `an answer of ${code} no longer throws` }];
  return [
    ...judgeError(bench, code, outcome.error),
    ...judgeBody(bench, cell, Reflect.get(Object(outcome.error), "body"), validator),
  ];
}

function judgeError(bench: Bench, code: number, error: unknown): readonly Broken[] {
  const name = errorClass(code);
  const expected = classOf(bench.package, name);
  if (expected === undefined) return [{ message: `the package no longer exports ${name}` }];
  const { status } = Object(error);
  return Object.prototype.isPrototypeOf.call(expected.prototype, Object(error)) && status === code
    ? []
    : [{ message: `${code} is thrown as another error`, before: name, after: shown(error) }];
}

function judgeBody(
  { document }: Bench,
  { operation, response, body, code }: ResponseCell,
  value: unknown,
  validator: Validator,
): readonly Broken[] {
  if (body?.content.kind !== "json") return [];
  const owner = document.follow(document.at(operation.pointer, "responses", String(response.status)));
  const schema = owner && document.at(owner.pointer, "content", body.content.mediaType, "schema");
  if (schema === undefined) return [];
  const [fault] = validator.faults(schema.pointer, value, { direction: "response" });
  return fault === undefined
    ? []
    : [{ message: `an answer of ${code} is not what it was: ${fault.message}` }];
}
