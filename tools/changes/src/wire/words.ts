import { member } from "@keysmith/generator";
import type { Change, Value } from "./change.ts";

/** What became of a part, to be put behind its name: `: maximum 100 → 50`, ` added`. */
export function words(change: Change): string {
  const { kind, property, before, after, was, is } = change;
  if (kind !== "modified") return ` ${kind}${qualifier(change)}`;
  if (property === undefined) return " changed";
  if (property === "key") return `: renamed from ${quoted(before?.value)}`;
  if (
    property === "enum" ||
    (property === "const" && (before?.value === undefined || after?.value === undefined))
  )
    return `: ${values(allowed(was), allowed(is))}`;
  if (property === "required" && typeof (after?.value ?? before?.value) === "boolean") {
    return after?.value === true ? ": required" : ": no longer required";
  }
  if (property === "type") return `: type ${typeOf(was)} → ${typeOf(is)}`;
  if (property === "deprecated") return after?.value === true ? ": deprecated" : ": no longer deprecated";
  const [from, to] = [before?.value, after?.value];
  if (isLong(from) || isLong(to)) return `: ${property} changed`;
  if (from === undefined)
    return `: ${property} ${typeof to === "boolean" ? `set to ${to}` : `${quoted(to)} added`}`;
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

/** A value as people would quote it. */
export function quoted(value: unknown): string {
  return JSON.stringify(value) ?? "nothing";
}

function typeOf(schema: Value): string {
  const type = member(schema, "type");
  return Array.isArray(type) ? type.map(String).join(" | ") : typeof type === "string" ? type : "any";
}

/** What would fill the row. */
function isLong(value: unknown): boolean {
  return typeof value === "object" ? value !== null : typeof value === "string" && value.length > 60;
}

/** The only values that a schema takes, where it names them; a constant is one of one. */
function allowed(schema: Value): readonly Value[] | undefined {
  const constant = member(schema, "const");
  const list = constant === undefined ? member(schema, "enum") : [constant];
  return Array.isArray(list) ? list : undefined;
}
