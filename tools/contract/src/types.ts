/**
 * What the type tests of generated packages are written with. Nothing here exists at run time: the tests are judged by
 * the compiler alone.
 */

/**
 * `true` when both types are the same to the compiler, not merely assignable to each other: optional and required,
 * readonly and writable, `any` and everything else are told apart.
 */
export type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Does not compile unless it is given `true`. */
export type Proven<Fact extends true> = Fact;

/**
 * The arguments of an operation as one flat object, made from what openapi-typescript prints of it.
 *
 * @typeParam Renames - Arguments that are not called what their parameter is: `{ "query id": "queryId" }`.
 * @typeParam Repeated - Media types whose content is the same as that of another one: `"body text/xml"`. To the compiler
 *   two objects with the same members are two.
 */
export type ArgumentsOf<Operation, Renames = unknown, Repeated = never> = Flat<
  Located<Operation, "path", Renames> &
    Located<Operation, "query", Renames> &
    Located<Operation, "header", Renames> &
    Located<Operation, "cookie", Renames> &
    BodyOf<Operation, Repeated>
>;

/**
 * What a call resolves to: the union of all successful answers, `void` for one without a body, `unknown` where no success
 * is documented.
 *
 * @typeParam Repeated - As in {@link ArgumentsOf}, with statuses: `"200 text/xml"`.
 */
export type ResultOf<Operation, Repeated = never> = Operation extends { responses: infer Responses }
  ? SuccessOf<Responses> extends infer Status extends keyof Responses
    ? [Status] extends [never]
      ? unknown
      : { [Key in Status]: Content<Responses[Key], void, Key, Repeated> }[Status]
    : never
  : never;

/** Bodies of the documented errors, by status; `undefined` for one without a body. */
export type ErrorsOf<Operation, Repeated = never> = Operation extends { responses: infer Responses }
  ? {
      [Status in keyof Responses as ErrorStatus<Status>]: Content<
        Responses[Status],
        undefined,
        Status,
        Repeated
      >;
    }
  : never;

/** Arguments with one of them left out. */
export declare function without<Args, Name extends keyof Args>(args: Args, name: Name): Omit<Args, Name>;

/** A value no argument takes. */
export declare const wrong: unique symbol;

/** The parameters of one location; absent locations are `never` to openapi-typescript. */
type Located<Operation, Location extends string, Renames> = Operation extends {
  parameters: { [Place in Location]?: infer Parameters };
}
  ? [NonNullable<Parameters>] extends [never]
    ? unknown
    : {
        [
          Name in keyof NonNullable<Parameters> as Renamed<Location, Name, Renames>
        ]: NonNullable<Parameters>[Name];
      }
  : unknown;

/** The name of the argument. */
type Renamed<Location, Name, Renames> =
  Wire<Location, Name> extends infer Key extends keyof Renames ? Renames[Key] & string : Name;

type Wire<Location, Name> = `${Location & string} ${Name & (string | number)}`;

type BodyOf<Operation, Repeated> = Operation extends { requestBody: infer Body }
  ? { body: Content<Body, never, "body", Repeated> }
  : Operation extends { requestBody?: infer Body }
    ? [NonNullable<Body>] extends [never]
      ? unknown
      : { body?: Content<NonNullable<Body>, never, "body", Repeated> }
    : unknown;

type Content<Answer, None, Place, Repeated> = Answer extends { content: infer Contents }
  ? Contents[Spoken<keyof Contents, Place, Repeated>]
  : None;

type Spoken<Media, Place, Repeated> = Media extends string
  ? `${Place & (string | number)} ${Media}` extends Repeated
    ? never
    : Media
  : never;

/** 4xx, 5xx and `default`; everything else is not thrown. */
type ErrorStatus<Status> = `${Status & (string | number)}` extends `4${string}` | `5${string}` | "default"
  ? Status
  : never;

type SuccessOf<Responses> = {
  [Status in keyof Responses]: `${Status & (string | number)}` extends `2${string}` ? Status : never;
}[keyof Responses];

/** One object type in place of an intersection. */
type Flat<T> = { [Key in keyof T]: T[Key] };
