import type { Call, Member, Members, Shape } from "./compiler/shape.ts";
import { compareAtoms, hasInside } from "./compare-atoms.ts";
import type { Difference, Role, Step, Unit } from "./difference.ts";

/**
 * Compares types as they are built: what an assignability check cannot say is where they differ, and it misses what
 * breaks literals: a property that can no longer be named, a value that nothing equals any more.
 *
 * Each pair of types is compared once in a role, so that types which contain themselves end, and types used in many
 * places are not walked in each of them.
 */
export class Comparison {
  readonly #units = new Map<string, Unit>();

  /** The differences of two types and, through {@link Unit.inside}, of those in them. */
  compare(before: Shape, after: Shape, role: Role): Unit {
    const key = `${before.id} ${after.id} ${role}`;
    const known = this.#units.get(key);
    if (known) return known;
    const unit: Unit = { before, after, role, differences: [], inside: [] };
    this.#units.set(key, unit);
    this.#atoms({ unit, steps: [], role }, before, after);
    return unit;
  }

  /** Whether what was written against one type still compiles against the other. */
  fits(before: Shape, after: Shape, role: Role): boolean {
    return !has(this.compare(before, after, role), ({ level }) => level === "major");
  }

  /** Everything that was compared. */
  units(): ReadonlySet<Unit> {
    return new Set(this.#units.values());
  }

  /** Pairs that differ, themselves or inside. */
  unitsWithDifferences(): ReadonlySet<Unit> {
    const holders = new Map<Unit, Unit[]>();
    for (const unit of this.#units.values())
      for (const { unit: inner } of unit.inside) holders.set(inner, [...(holders.get(inner) ?? []), unit]);
    const open = [...this.#units.values()].filter(({ differences }) => differences.length > 0);
    const found = new Set(open);
    for (let unit = open.pop(); unit; unit = open.pop())
      for (const holder of holders.get(unit) ?? []) {
        if (!found.has(holder)) open.push(holder);
        found.add(holder);
      }
    return found;
  }

  #types(at: Position, before: Shape, after: Shape): void {
    if (before.id === after.id) return;
    if (hasInside(before) && hasInside(after))
      at.unit.inside.push({ steps: at.steps, unit: this.compare(before, after, at.role) });
    else this.#atoms(at, before, after);
  }

  #atoms(at: Position, before: Shape, after: Shape): void {
    if (before.id === after.id) return;
    const pairs = compareAtoms(before, after, at.role, {
      report: (difference) => report(at, difference),
      fits: (one, other) => this.fits(one, other, at.role),
    });
    for (const [one, other] of pairs)
      if (one === before && other === after) this.#structures(at, one, other);
      else this.#types(at, one, other);
  }

  /** Two types with an inside, none of them a union. */
  #structures(at: Position, before: Shape, after: Shape): void {
    const [one, other] = [before.form, after.form];
    const into = (step: Step): Position => ({ ...at, steps: [...at.steps, step] });
    if (one.kind === "array" && other.kind === "array")
      return this.#types(into({ kind: "items" }), one.element, other.element);
    if (one.kind === "tuple" && other.kind === "tuple")
      return this.#each(one.elements, other.elements, (name) => into({ kind: "property", name }));
    if (one.kind === "generic" && other.kind === "generic" && one.target === other.target)
      return this.#each(one.parameters, other.parameters, () => at);
    const [mine, theirs] = [membersOf(before), membersOf(after)];
    if (mine && theirs) return this.#members(at, mine, theirs);
    return report(at, changed(before, after));
  }

  #each(before: readonly Shape[], after: readonly Shape[], at: (index: string) => Position): void {
    before.forEach((shape, index) => {
      const counterpart = after[index];
      if (counterpart) this.#types(at(String(index)), shape, counterpart);
    });
  }

  #members(at: Position, before: Members, after: Members): void {
    const give = at.role === "give";
    for (const [name, member] of before.properties) {
      const steps = [...at.steps, { kind: "property", name } as const];
      const counterpart = after.properties.get(name);
      if (!counterpart) {
        // An index signature takes what is given; what is read through one may be missing.
        const level = give && after.index ? "minor" : "major";
        report({ ...at, steps }, { kind: "removed", level, message: "is gone", before: member.shape.text });
        continue;
      }
      this.#optional({ ...at, steps }, member, counterpart);
      this.#types({ ...at, steps }, member.shape, counterpart.shape);
    }
    for (const [name, { optional, shape }] of after.properties) {
      if (before.properties.has(name)) continue;
      const steps = [...at.steps, { kind: "property", name } as const];
      const added = { level: "minor", message: "is new", after: shape.text } as const;
      if (give && !optional)
        report(
          { ...at, steps },
          { ...added, kind: "required", level: "major", message: "is new and required" },
        );
      else report({ ...at, steps }, { ...added, kind: "added" });
    }
    this.#index(at, before.index, after.index);
    this.#calls(at, before.calls, after.calls);
  }

  #optional(at: Position, before: Member, after: Member): void {
    if (before.optional === after.optional) return;
    const give = at.role === "give";
    const types = { before: textOf(before), after: textOf(after) };
    if (after.optional)
      report(at, {
        kind: "optional",
        level: give ? "minor" : "major",
        message: give ? "may be left out" : "may be undefined",
        ...types,
      });
    else
      report(at, {
        kind: "required",
        level: give ? "major" : "minor",
        message: give ? "is required" : "is always there",
        ...types,
      });
  }

  #index(at: Position, before: Shape | undefined, after: Shape | undefined): void {
    const here = { ...at, steps: [...at.steps, { kind: "key" } as const] };
    if (before && after) this.#types(here, before, after);
    else if (before)
      report(here, {
        kind: "open-removed",
        level: "major",
        message: "no longer has properties of any name",
        before: before.text,
      });
    else if (after)
      report(here, {
        kind: "open-added",
        level: "minor",
        message: "may have properties of any name",
        after: after.text,
      });
  }

  #calls(at: Position, before: readonly Call[], after: readonly Call[]): void {
    before.forEach((call, index) => {
      const counterpart = after[index];
      if (!counterpart)
        return report(at, { kind: "call-removed", level: "major", message: "can be called in fewer ways" });
      return this.#call(at, call, counterpart);
    });
    if (after.length > before.length)
      report(at, {
        kind: "call-added",
        // Who gives a function has to serve all ways of calling it.
        level: at.role === "get" ? "minor" : "major",
        message: "can be called in more ways",
      });
  }

  #call(at: Position, before: Call, after: Call): void {
    const role = at.role === "get" ? "give" : "get";
    before.parameters.forEach((parameter, index) => {
      const steps = [...at.steps, { kind: "parameter", name: parameter.name } as const];
      const counterpart = after.parameters[index];
      const here = { ...at, steps, role } as const;
      if (!counterpart) {
        return report(here, {
          kind: "removed",
          level: "major",
          message: "is gone",
          before: parameter.shape.text,
        });
      }
      this.#optional(here, parameter, counterpart);
      return this.#types(here, parameter.shape, counterpart.shape);
    });
    for (const { name, optional, shape } of after.parameters.slice(before.parameters.length)) {
      const steps = [...at.steps, { kind: "parameter", name } as const];
      const level = role === "give" && !optional ? "major" : "minor";
      const kind = level === "major" ? "required" : "added";
      report({ ...at, steps, role }, { kind, level, message: "is new", after: shape.text });
    }
    this.#types({ ...at, steps: [...at.steps, { kind: "return" }] }, before.result, after.result);
  }
}

/** Whether two types differ in some way, themselves or inside. */
export function has(
  unit: Unit,
  test: (difference: Difference) => boolean,
  seen: Set<Unit> = new Set(),
): boolean {
  if (seen.has(unit)) return false;
  seen.add(unit);
  return unit.differences.some(test) || unit.inside.some((each) => has(each.unit, test, seen));
}

/** Where a walk is: in which pair of types, how far into it, and in which role. */
interface Position {
  readonly unit: Unit;
  readonly steps: readonly Step[];
  readonly role: Role;
}

function report({ unit, steps }: Position, difference: Omit<Difference, "steps">): void {
  unit.differences.push({ ...difference, steps });
}

function changed(before: Shape, after: Shape): Omit<Difference, "steps"> {
  const message = `is ${after.text}, was ${before.text}`;
  return { kind: "changed", level: "major", message, before: before.text, after: after.text };
}

function textOf({ optional, shape }: Member): string {
  return optional ? `${shape.text} | undefined` : shape.text;
}

function membersOf({ form }: Shape): Members | undefined {
  if (form.kind === "object") return form;
  return form.kind === "generic" ? form.object : undefined;
}
