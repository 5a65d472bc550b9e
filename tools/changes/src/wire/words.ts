import { isObject, member } from "@keysmith/generator";
import type { Change, Value } from "./change.ts";

/** What became of a part, to be put behind its name: `: maximum 100 → 50`, ` added`. */
export function words(change: Change): string {
  const { kind, property, before, after, was, is } = change;
  if (kind !== "modified") return ` ${kind}${qualifier(change)}`;
  if (property === undefined) return " changed";
  if (property === "key") return `: renamed from ${quoted(before?.value)}`;
  if (property === "enum") return `: ${values(listOf(member(was, "enum")), listOf(member(is, "enum")))}`;
  if (property === "required" && typeof (after ?? before)?.value === "boolean") {
    return after?.value === true ? ": required" : ": no longer required";
  }
  if (property === "deprecated") return after?.value === true ? ": deprecated" : ": no longer deprecated";
  if (typeof before?.value === "object" || typeof after?.value === "object") {
    if (property !== "type") return `: ${property} changed`;
  }
  const [from, to] = [before?.value, after?.value];
  if (isLong(from) || isLong(to)) return `: ${property} changed`;
  if (from === undefined) return `: ${property} ${quoted(to)} added`;
  if (to === undefined) return `: ${property} ${quoted(from)} dropped`;
  return `: ${property} ${quoted(from)} → ${quoted(to)}`;
}

function qualifier({ kind, typeName, is }: Change): string {
  if (kind !== "added" || (typeName !== "Parameter" && typeName !== "RequestBody")) return "";
  return member(is, "required") === true ? ", required" : ", optional";
}

/** What a list of values gained and lost. */
export function values(was: readonly Value[] | undefined, is: readonly Value[] | undefined): string {
  if (!was) return `only ${(is ?? []).map(quoted).join(", ")}`;
  if (!is) return `no longer only ${was.map(quoted).join(", ")}`;
  const parts = [
    ["added", is.filter((value) => !was.includes(value))],
    ["dropped", was.filter((value) => !is.includes(value))],
  ] as const;
  const said = parts.flatMap(([what, list]) =>
    list.length === 0
      ? []
      : `${list.length === 1 ? "value" : "values"} ${list.map(quoted).join(", ")} ${what}`,
  );
  return said.join(", ") || "values in another order";
}

/** A value as people would quote it; types read as types. */
export function quoted(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(" | ");
  return isObject(value as Value) ? "…" : JSON.stringify(value);
}

function isLong(value: unknown): boolean {
  return typeof value === "string" && value.length > 60;
}

function listOf(value: Value): readonly Value[] | undefined {
  return Array.isArray(value) ? value : undefined;
}
