import { childPointer, type Api } from "@keysmith/generator";
import type { Place, WireChange } from "../verdict/finding.ts";

type Scheme = Api["schemes"][number];

/** Security schemes that came, went or have another name. What changed within one is for Redocly to say. */
export function schemeChanges(before: Api, after: Api): readonly WireChange[] {
  const renamed = renamedSchemes(before, after);
  const taken = new Set(renamed.values());
  return [
    ...missing(before, after).map(({ name }) => {
      const now = renamed.get(name);
      return now === undefined ? removed(name) : renaming(name, now);
    }),
    ...missing(after, before).flatMap(({ name }) => (taken.has(name) ? [] : added(name))),
  ];
}

/** Schemes that went, with the name of one that came and is the same otherwise. */
export function renamedSchemes(before: Api, after: Api): ReadonlyMap<string, string> {
  const fresh = [...missing(after, before)];
  const pairs = new Map<string, string>();
  for (const old of missing(before, after)) {
    const index = fresh.findIndex((one) => onWire(one) === onWire(old));
    const [now] = index < 0 ? [] : fresh.splice(index, 1);
    if (now) pairs.set(old.name, now.name);
  }
  return pairs;
}

/** Schemes of one state whose names the other one does not have. */
function missing(here: Api, there: Api): readonly Scheme[] {
  return here.schemes.filter(({ name }) => !there.schemes.some((one) => one.name === name));
}

function onWire({ name: _name, description: _description, env: _env, ...scheme }: Scheme): string {
  return JSON.stringify(scheme);
}

function removed(name: string): WireChange {
  return {
    level: "major",
    rule: "wire/scheme-removed",
    message: "Nobody takes such a credential any more.",
    what: `security scheme "${name}" removed`,
    operations: [],
    place: placeOf("before", name),
  };
}

function renaming(name: string, now: string): WireChange {
  return {
    level: "patch",
    rule: "wire/name",
    message: "The name does not travel: nobody on the wire knows it.",
    what: `security scheme "${now}": renamed from "${name}"`,
    operations: [],
    place: placeOf("after", now),
    formerly: placeOf("before", name).pointer,
  };
}

function added(name: string): WireChange {
  return {
    level: "minor",
    rule: "wire/added",
    message: "One more credential that can be given.",
    what: `security scheme "${name}" added`,
    operations: [],
    place: placeOf("after", name),
  };
}

function placeOf(side: Place["side"], name: string): Place {
  return { side, pointer: childPointer("#/components/securitySchemes", name) };
}
