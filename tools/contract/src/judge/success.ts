import type { Json } from "@keysmith/generator";
import type { Finding } from "../finding.ts";
import type { Observation, Outcome } from "../run/observe.ts";
import { equalsJson, textual } from "./equal.ts";

/** Findings where a success does not give exactly the data it should, by any view of the call. */
export async function judgeSuccess(
  seen: Observation,
  code: number,
  expected: Json | undefined,
): Promise<readonly Finding[]> {
  const { outcome, safe, answered } = seen;
  if (!outcome.ok)
    return [{ culprit: "client", message: "the call must resolve", expected, got: outcome.error }];
  return [
    ...data("the call resolves to other data", outcome.value, expected),
    ...(await inside(".safe()", safe, { ok: true }, code, expected)),
    ...(await inside(".withResponse()", answered, {}, code, expected)),
    ...response(answered, code),
  ];
}

function response(answered: Outcome, code: number): readonly Finding[] {
  const held: unknown = answered.ok ? Reflect.get(Object(answered.value), "response") : undefined;
  const got: unknown = Reflect.get(Object(held), "status");
  return got === code
    ? []
    : [{ culprit: "client", message: ".withResponse(): response.status", expected: code, got }];
}

async function inside(
  view: string,
  outcome: Outcome,
  fixed: object,
  code: number,
  expected: Json | undefined,
): Promise<readonly Finding[]> {
  if (!outcome.ok) return [{ culprit: "client", message: `${view} must resolve`, got: outcome.error }];
  const value = Object(outcome.value);
  const wrong = Object.entries(fixed).filter(([name, wanted]) => value[name] !== wanted);
  return [
    ...wrong.map(([name, wanted]): Finding => ({
      culprit: "client",
      message: `${view}.${name}`,
      expected: wanted,
      got: value[name],
    })),
    ...data(`${view} gives other data`, await textual(value.data), expected),
    ...(value.meta?.status === code
      ? []
      : [
          {
            culprit: "client",
            message: `${view}: meta.status`,
            expected: code,
            got: value.meta?.status,
          } as const,
        ]),
  ];
}

function data(message: string, got: unknown, expected: Json | undefined): readonly Finding[] {
  const same = expected === undefined ? got === undefined : equalsJson(got, expected);
  return same ? [] : [{ culprit: "client", message, expected, got }];
}
