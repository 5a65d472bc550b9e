import type { Json } from "@keysmith/generator";
import type { Finding } from "../finding.ts";
import type { Outcome } from "../run/observe.ts";
import { equalsJson } from "./equal.ts";

/** Findings where `.asResponse()` does not give the answer as it came, of whatever status. */
export async function judgeRaw(
  { raw }: { readonly raw: Outcome },
  code: number,
  body: Json | undefined,
): Promise<readonly Finding[]> {
  if (!raw.ok) return wrong("must resolve", code, raw.error);
  if (!(raw.value instanceof Response)) return wrong("must give a Response", "Response", raw.value);
  const { status } = raw.value;
  if (status !== code) return wrong("has another status", code, status);
  const text = await raw.value.text();
  const same = body === undefined ? text === "" : text === body || equalsJson(parsed(text), body);
  return same ? [] : wrong("has another body", body, text);
}

function wrong(message: string, expected: unknown, got: unknown): readonly Finding[] {
  return [{ culprit: "client", message: `.asResponse() ${message}`, expected, got }];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
