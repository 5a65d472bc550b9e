import { childPointer, type JsonObject } from "@keysmith/generator";
import type { Value } from "./change.ts";
import { valueAt } from "./reach.ts";
import type { Difference, Side } from "./redocly.ts";

/** Our own kind of part: that an object needs one of its properties. */
export const REQUIREMENT = "Requirement";

/** A difference of a whole list as one of each of its members: which properties are required, the first parameters. */
export function single(difference: Difference, before: JsonObject, after: JsonObject): readonly Difference[] {
  const { kind, typeName, property } = difference;
  if (typeName === "Schema" && kind === "modified" && property === "required")
    return requirements(difference);
  if (kind === "modified" || (typeName !== "ParameterList" && typeName !== "SchemaProperties"))
    return [difference];
  const side = kind === "added" ? difference.after : difference.before;
  const whole = side && valueAt(kind === "added" ? after : before, side.pointer);
  if (!side || typeof whole !== "object" || whole === null) return [difference];
  return Object.keys(whole).map((key): Difference => {
    const one: Side = { pointer: childPointer(side.pointer, key), value: undefined };
    return {
      kind,
      typeName: typeName === "ParameterList" ? "Parameter" : "Schema",
      property,
      usage: childPointer(difference.usage, key),
      before: kind === "removed" ? one : undefined,
      after: kind === "added" ? one : undefined,
      verdicts: difference.verdicts,
    };
  });
}

function requirements({ usage, before, after, verdicts }: Difference): readonly Difference[] {
  const [was, is] = [namesIn(before?.value), namesIn(after?.value)];
  const changed = [...is.filter((name) => !was.includes(name)), ...was.filter((name) => !is.includes(name))];
  return changed.map((name) => {
    const needed = is.includes(name);
    const rule = needed ? "required-properties-added" : "required-properties-removed";
    return {
      kind: "modified",
      typeName: REQUIREMENT,
      property: "required",
      usage,
      before: before && sideOf(before, name, !needed),
      after: after && sideOf(after, name, needed),
      verdicts: verdicts.filter(({ ruleId }) => ruleId === rule),
    };
  });
}

function sideOf({ pointer }: Side, name: string, value: boolean): Side {
  return { pointer: childPointer(pointer, "properties", name), value };
}

function namesIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((name: Value) => typeof name === "string") : [];
}
