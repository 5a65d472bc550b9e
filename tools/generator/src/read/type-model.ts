import type { ExternalDocs, Json } from "./model.ts";

/** A schema under `components/schemas`. */
export interface NamedSchema {
  /** Key in the document. */
  readonly key: string;
  /** Name of the TypeScript type. */
  readonly name: string;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  readonly externalDocs: ExternalDocs | undefined;
  readonly type: Type;
  readonly constraints: Constraints;
  readonly examples: readonly Json[];
}

/**
 * A value's type, closed: every emitter ends its `switch` with `satisfies never`.
 *
 * `constraints` of a type are those of its own schema, for places that have none to hold them, such as the items of an
 * array; absent where nothing is said. A property's or parameter's constraints include them.
 */
export type Type =
  | { readonly kind: "unknown" }
  | { readonly kind: "never" }
  | { readonly kind: "null" }
  | { readonly kind: "boolean" }
  | { readonly kind: "string"; readonly format: string | undefined; readonly constraints?: Constraints }
  | {
      readonly kind: "number";
      readonly integer: boolean;
      readonly format: string | undefined;
      readonly constraints?: Constraints;
    }
  /** A file or raw bytes. */
  | { readonly kind: "binary" }
  | { readonly kind: "literal"; readonly value: Json }
  | { readonly kind: "array"; readonly items: Type; readonly constraints?: Constraints }
  | {
      readonly kind: "tuple";
      readonly items: readonly Type[];
      /** How many of them, from the first, are always there. */
      readonly required: number;
      /** Type of those that may follow; `undefined`: none may. */
      readonly rest: Type | undefined;
    }
  | ObjectType
  /** Two members or more, none of them a union. */
  | { readonly kind: "union"; readonly members: readonly Type[] }
  /** Two members or more. */
  | { readonly kind: "intersection"; readonly members: readonly Type[] }
  /** Of a {@link NamedSchema}, by its TypeScript name. */
  | { readonly kind: "reference"; readonly name: string };

export interface ObjectType {
  readonly kind: "object";
  readonly properties: readonly Property[];
  /**
   * Type of the properties not listed; `undefined`: nothing said, so the type is not widened. Where none are listed
   * either, the type is that of any object.
   */
  readonly additional: Type | undefined;
  readonly constraints?: Constraints;
}

export interface Property {
  readonly name: string;
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly deprecated: boolean;
  readonly externalDocs: ExternalDocs | undefined;
  readonly sensitive: boolean;
  readonly description: string | undefined;
  readonly type: Type;
  readonly constraints: Constraints;
  readonly default: Json | undefined;
  readonly examples: readonly Json[];
}

/** What a schema says beyond its type; shown in doc comments and tables, and broken on purpose by the contract suite. */
export interface Constraints {
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
}
