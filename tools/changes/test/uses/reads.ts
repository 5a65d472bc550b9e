import type { Type } from "@keysmith/generator";
import type { Models } from "./values.ts";

type Property = Extract<Type, { kind: "object" }>["properties"][number];

/** Writes programs that read values deeply, and compare what they find. */
export class Reader {
  readonly #models: Models;
  readonly #wanted = new Set<string>();
  #count = 0;

  constructor(models: Models) {
    this.#models = models;
  }

  /** Functions that take a value of a named type, `names.Key`, and read it: of each type that was read so far. */
  functions(): string {
    const written: string[] = [];
    // Reading one type may want another.
    for (const name of this.#wanted) {
      const model = this.#models.get(name);
      if (model)
        written.push(
          `function read${name}(value: names.${name}): void {\n${this.read("value", model.type)}\n}`,
        );
    }
    return written.join("\n");
  }

  /** Statements that read an expression. */
  read(expression: string, type: Type): string {
    const value = this.#name("value");
    const hold = `const ${value} = ${expression};`;
    switch (type.kind) {
      case "unknown":
        return `{ ${hold} const same: unknown = ${value}; if (typeof ${value} === "string") ${value}.trim(); else if (typeof ${value} === "number") ${value}.toFixed(); }`;
      case "never":
        return "";
      case "null":
        return `{ ${hold} const same: null = ${value}; }`;
      case "boolean":
        return `{ ${hold} const same: boolean = ${value}; if (${value} === true) {} if (${value} === false) {} }`;
      case "string":
        return `{ ${hold} const same: string = ${value}; if (${value} === "some text") {} }`;
      case "number":
        return `{ ${hold} const same: number = ${value}; if (${value} === 4711) {} }`;
      case "binary":
        return `{ ${hold} const same: Blob = ${value}; }`;
      case "literal":
        return `{ ${hold} const same: ${JSON.stringify(type.value)} = ${value}; if (${value} === ${JSON.stringify(type.value)}) {} }`;
      case "array": {
        const item = this.#name("item");
        return `{ ${hold} for (const ${item} of ${value}) {\n${this.read(item, type.items)}\n} }`;
      }
      case "tuple":
        return `{ ${hold}\n${type.items.map((item, index) => (index < type.required ? this.read(`${value}[${index}]`, item) : "")).join("\n")} }`;
      case "object":
        return `{ ${hold}\n${this.#properties(value, type)} }`;
      case "intersection":
        return `{ ${hold}\n${type.members.map((member) => this.read(value, member)).join("\n")} }`;
      case "reference":
        this.#wanted.add(type.name);
        return `read${type.name}(${expression});`;
      case "union":
        return `{ ${hold}\n${this.#union(value, type.members)} }`;
    }
  }

  /** Statements that read a value that may be missing. */
  readOptional(expression: string, type: Type): string {
    const value = this.#name("value");
    return `{ const ${value} = ${expression}; if (${value} !== undefined) {\n${this.read(value, type)}\n} }`;
  }

  #properties(value: string, { properties, additional }: Extract<Type, { kind: "object" }>): string {
    const reads = properties.map(({ name, required, type }) => {
      const expression = /^[a-z_$][\w$]*$/i.test(name)
        ? `${value}.${name}`
        : `${value}[${JSON.stringify(name)}]`;
      return required ? this.read(expression, type) : this.readOptional(expression, type);
    });
    if (additional) reads.push(this.readOptional(`${value}["any other"]`, additional));
    return reads.join("\n");
  }

  #union(value: string, members: readonly Type[]): string {
    const literals = members.filter((member) => member.kind === "literal");
    const isNull = members.some(({ kind }) => kind === "null");
    const objects = members.filter(({ kind }) => ["reference", "object", "intersection"].includes(kind));
    const others = members.filter(
      (one) => one.kind !== "literal" && one.kind !== "null" && !objects.includes(one),
    );
    const guard = isNull ? `if (${value} !== null)` : "";
    if (literals.length > 0 && objects.length + others.length === 0)
      return `${guard} {${this.#literals(value, literals)}}`;
    const [only] = [...objects, ...others];
    if (only && objects.length + others.length + literals.length === 1)
      return `${guard} {${this.read(value, only)}}`;
    if (objects.length === 0) return `${guard} {${others.map((one) => this.#kind(value, one)).join("\n")}}`;
    return `${guard} {${this.#objects(value, objects)}}`;
  }

  #literals(value: string, literals: readonly Extract<Type, { kind: "literal" }>[]): string {
    const texts = literals.map((literal) => JSON.stringify(literal.value));
    const cases = texts.map((text) => `case ${text}: break;`).join(" ");
    const compares = texts.map((text) => `if (${value} === ${text}) {}`).join(" ");
    return `const same: ${texts.join(" | ")} = ${value}; ${compares} switch (${value}) { ${cases} default: { const none: never = ${value}; } }`;
  }

  /** A member that `typeof` tells from the others. */
  #kind(value: string, type: Type): string {
    if (type.kind === "array") return `if (Array.isArray(${value})) {${this.read(value, type)}}`;
    const name = ["string", "number", "boolean"].find((each) => each === type.kind);
    return name ? `if (typeof ${value} === "${name}") {${this.read(value, type)}}` : "";
  }

  /** Members told apart by a constant, or by a property that only one of them has. */
  #objects(value: string, members: readonly Type[]): string {
    const fields = members.map((member) => this.#fields(member));
    const [first = new Map<string, Property>()] = fields;
    const tag = [...first.keys()].find((name) =>
      fields.every((each) => each.get(name)?.required && each.get(name)?.type.kind === "literal"),
    );
    if (tag !== undefined) {
      const cases = members.map((member, index) => {
        const constant = fields[index]?.get(tag)?.type;
        const text = constant?.kind === "literal" ? JSON.stringify(constant.value) : "";
        return `case ${text}: {${this.read(value, member)} break; }`;
      });
      return `switch (${value}.${tag}) { ${cases.join("\n")} default: { const none: never = ${value}; } }`;
    }
    return members
      .map((member, index) => {
        const own = [...(fields[index] ?? new Map<string, Property>()).keys()].find((name) =>
          fields.every((each, at) => at === index || !each.has(name)),
        );
        return own === undefined
          ? ""
          : `if (${JSON.stringify(own)} in ${value}) {${this.read(value, member)}}`;
      })
      .join("\n");
  }

  #fields(type: Type): ReadonlyMap<string, Property> {
    if (type.kind === "reference") {
      const model = this.#models.get(type.name);
      return model ? this.#fields(model.type) : new Map();
    }
    if (type.kind === "intersection") return new Map(type.members.flatMap((one) => [...this.#fields(one)]));
    return type.kind === "object" ? new Map(type.properties.map((one) => [one.name, one])) : new Map();
  }

  #name(what: string): string {
    this.#count += 1;
    return `${what}${this.#count}`;
  }
}
