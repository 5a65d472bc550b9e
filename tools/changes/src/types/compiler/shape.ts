import {
  type Checker,
  SignatureKind,
  type Symbol,
  SymbolFlags,
  type Type,
  TypeFlags,
} from "typescript/unstable/sync";

/**
 * A type, as far as two of them are told apart. Members are read when they are asked for, so that types that contain
 * themselves end where the one who walks them does.
 */
export interface Shape {
  /** Types that the compiler has once have one number. */
  readonly id: number;
  /** Name it was declared under in one of our files: `ApiKey`. */
  readonly name: string | undefined;
  /** As the compiler prints it. */
  readonly text: string;
  readonly form: Form;
}

export type Form =
  /** `string`, `unknown`, `void`, …; `boolean` is one of them although the compiler has it as a union. */
  | { readonly kind: "primitive"; readonly name: string }
  | { readonly kind: "literal"; readonly base: string; readonly value: string }
  /** Two members or more, none of them a union. */
  | { readonly kind: "union"; readonly members: readonly Shape[] }
  | { readonly kind: "array"; readonly element: Shape }
  | { readonly kind: "tuple"; readonly elements: readonly Shape[] }
  /** An interface or class that is not ours, or one of the runtime's generic ones, with its type arguments. */
  | {
      readonly kind: "generic";
      readonly target: string;
      readonly parameters: readonly Shape[];
      readonly object: Members;
    }
  | ({ readonly kind: "object" } & Members)
  /** Type parameters and what depends on them: nothing but their text tells them apart. */
  | { readonly kind: "opaque" };

export interface Members {
  readonly properties: ReadonlyMap<string, Member>;
  /** What an index signature holds. */
  readonly index: Shape | undefined;
  readonly calls: readonly Call[];
}

export interface Member {
  readonly optional: boolean;
  /** Without the `undefined` of an optional one. */
  readonly shape: Shape;
}

export interface Parameter extends Member {
  readonly name: string;
}

export interface Call {
  readonly parameters: readonly Parameter[];
  readonly result: Shape;
}

/** Reads the types of one program; each once. */
export class ShapeReader {
  readonly #checker: Checker;
  readonly #root: string;
  readonly #shapes = new Map<number, Shape>();
  readonly #types = new Map<Shape, Type>();

  /** @param root - Folder of our own files. */
  constructor(checker: Checker, root: string) {
    this.#checker = checker;
    this.#root = root;
  }

  typeOf(shape: Shape): Type {
    const type = this.#types.get(shape);
    if (!type) throw new Error(`not a type of this program: ${shape.text}`);
    return type;
  }

  read(type: Type): Shape {
    const known = this.#shapes.get(type.id);
    if (known) return known;
    const read = this.#lazily(type);
    this.#shapes.set(type.id, read);
    this.#types.set(read, type);
    return read;
  }

  #lazily(type: Type): Shape {
    const name = once(() => this.#nameOf(type));
    const text = once(() => this.#checker.typeToString(type));
    const form = once(() => this.#formOf(type));
    return {
      id: type.id,
      get name() {
        return name();
      },
      get text() {
        return text();
      },
      get form() {
        return form();
      },
    };
  }

  #isOurs(symbol: Symbol): boolean {
    return symbol.declarations.some(({ path }) => path.startsWith(this.#root));
  }

  #nameOf(type: Type): string | undefined {
    const alias = type.getAliasSymbol();
    if (alias && this.#isOurs(alias)) return type.getAliasTypeArguments().length > 0 ? undefined : alias.name;
    if ((type.flags & TypeFlags.Object) === 0) return undefined;
    const symbol = type.getSymbol();
    if (!symbol || (symbol.flags & (SymbolFlags.Interface | SymbolFlags.Class)) === 0) return undefined;
    return this.#isOurs(symbol) && this.#argumentsOf(type).length === 0 ? symbol.name : undefined;
  }

  #argumentsOf(type: Type): readonly Type[] {
    return type.isObjectType() && type.isTypeReference() ? this.#checker.getTypeArguments(type) : [];
  }

  #formOf(type: Type): Form {
    const { flags } = type;
    if (flags & TypeFlags.Boolean) return { kind: "primitive", name: "boolean" };
    if (type.isLiteralType()) {
      const value = typeof type.value === "bigint" ? `${type.value}n` : JSON.stringify(type.value);
      return { kind: "literal", base: typeof type.value, value };
    }
    if (type.isUnionType()) return this.#union(type.getTypes() ?? []);
    if (flags & (TypeFlags.Intrinsic | TypeFlags.NonPrimitive))
      return { kind: "primitive", name: this.#checker.typeToString(type) };
    if (type.isIntersectionType()) {
      const [first, second] = type.getTypes() ?? [];
      // `string & {}`: any string, in a union whose literals shall not be swallowed.
      if (first && second && (first.flags | second.flags) & (TypeFlags.String | TypeFlags.Number))
        return { kind: "primitive", name: this.#checker.typeToString(type) };
      return { kind: "object", ...this.#members(type) };
    }
    if ((flags & TypeFlags.Object) === 0) return { kind: "opaque" };
    return this.#object(type);
  }

  #union(types: readonly Type[]): Form {
    const members = types.map((member) => this.read(member));
    if (members.filter(isBoolean).length < 2) return { kind: "union", members };
    const rest = members.filter((member) => !isBoolean(member));
    return { kind: "union", members: [...rest, this.read(this.#checker.getBooleanType())] };
  }

  #object(type: Type): Form {
    if (this.#checker.isTupleType(type))
      return { kind: "tuple", elements: this.#argumentsOf(type).map((each) => this.read(each)) };
    const parameters = this.#argumentsOf(type);
    const [element] = parameters;
    if (this.#checker.isArrayType(type) && element) return { kind: "array", element: this.read(element) };
    const symbol = type.getSymbol();
    const declared = symbol && symbol.flags & (SymbolFlags.Interface | SymbolFlags.Class);
    if (symbol && declared && (parameters.length > 0 || !this.#isOurs(symbol)))
      return {
        kind: "generic",
        target: symbol.name,
        parameters: parameters.map((each) => this.read(each)),
        object: this.#lazyMembers(type),
      };
    return { kind: "object", ...this.#members(type) };
  }

  #lazyMembers(type: Type): Members {
    let read: Members | undefined;
    const members = (): Members => (read ??= this.#members(type));
    return {
      get properties() {
        return members().properties;
      },
      get index() {
        return members().index;
      },
      get calls() {
        return members().calls;
      },
    };
  }

  #members(type: Type): Members {
    const checker = this.#checker;
    // What only our own code can name, private members and symbols, is nobody's business.
    const symbols = checker.getPropertiesOfType(type).filter(({ name }) => !/^(?:__)?[#@]|^__#/.test(name));
    const types = symbols.length > 0 ? checker.getTypeOfSymbol(symbols) : [];
    const [index] = checker.getIndexInfosOfType(type);
    return {
      properties: new Map(
        symbols.flatMap((symbol, at) => {
          const found = types[at] ?? checker.getUnknownType();
          // `body?: never`: there is none.
          const isAbsent = symbol.flags & SymbolFlags.Optional && found.flags & TypeFlags.Undefined;
          return isAbsent ? [] : [[symbol.name, this.#member(symbol, found)]];
        }),
      ),
      index: index && this.read(index.valueType),
      calls: checker.getSignaturesOfType(type, SignatureKind.Call).map((signature) => ({
        parameters: signature.getParameters().map((symbol) => this.#parameter(symbol)),
        result: this.read(checker.getReturnTypeOfSignature(signature) ?? checker.getUnknownType()),
      })),
    };
  }

  #parameter(symbol: Symbol): Parameter {
    const type = this.#checker.getTypeOfSymbol(symbol) ?? this.#checker.getUnknownType();
    const members = type.isUnionType() ? (type.getTypes() ?? []) : [];
    // The compiler keeps the question mark in the declaration only; its `undefined` tells as much.
    const optional = members.some(({ flags }) => flags & TypeFlags.Undefined);
    const shape = optional ? this.#withoutUndefined(type, members) : this.read(type);
    return { name: symbol.name, optional, shape };
  }

  #member(symbol: Symbol, type: Type): Member {
    const optional = (symbol.flags & SymbolFlags.Optional) !== 0;
    if (!optional || !type.isUnionType()) return { optional, shape: this.read(type) };
    return { optional, shape: this.#withoutUndefined(type, type.getTypes() ?? []) };
  }

  #withoutUndefined(type: Type, members: readonly Type[]): Shape {
    const rest = members.filter(({ flags }) => (flags & TypeFlags.Undefined) === 0);
    if (rest.length === members.length) return this.read(type);
    const [only] = rest;
    if (only && rest.length === 1) return this.read(only);
    const known = this.#shapes.get(-type.id);
    if (known) return known;
    const form = this.#union(rest);
    const shape: Shape =
      form.kind === "union" && form.members.length === 1 && form.members[0]
        ? form.members[0]
        : {
            id: -type.id,
            name: undefined,
            text: this.#checker.typeToString(type).replace(/ \| undefined$/, ""),
            form,
          };
    this.#shapes.set(-type.id, shape);
    if (!this.#types.has(shape)) this.#types.set(shape, type);
    return shape;
  }
}

/** Makes something when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: [T] | undefined;
  return () => (made ??= [make()])[0];
}

function isBoolean({ form }: Shape): boolean {
  return form.kind === "literal" && form.base === "boolean";
}
