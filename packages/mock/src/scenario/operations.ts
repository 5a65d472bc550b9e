/**
 * What a provider's package says about its mock, in types alone: the operations, and what each of them can answer. A
 * package's generated `mock.ts` prints such an interface; nothing of it exists at run time.
 *
 * @example
 * interface KeysMockOperations {
 *   getKey: {
 *     path: "id";
 *     body: undefined;
 *     answers: { 200: MockAnswer<Key, "named" | "bare">; 404: MockAnswer<ErrorBody, "notFound"> };
 *   };
 * }
 */
export type MockOperations<Operations> = { [Id in keyof Operations]: MockOperation };

/** One operation: what its requests and its answers hold. */
export interface MockOperation {
  /** Names of the parameters in its path; `never` when it has none. */
  path: string;
  /** Body of a request; `undefined` when it has none. */
  body: unknown;
  /** What it can answer, by documented status: a number, a range (`"4XX"`) or `"default"`. */
  answers: object;
}

/**
 * One documented answer.
 *
 * @typeParam Body - What it holds; `undefined` when it has no body.
 * @typeParam Example - Names of its examples; `never` when it has none by name.
 */
export interface MockAnswer<Body = undefined, Example extends string = never> {
  body: Body;
  example: Example;
}

/** The operations of a document that nobody made types for: any name, any status, judged when they are used. */
export interface AnyOperations {
  [operation: string]: {
    path: string;
    body: unknown;
    answers: { [status: number]: MockAnswer<unknown, string> };
  };
}

/** Names of operations. */
export type OperationId<Operations> = keyof Operations & string;

/** Every status that an operation documents, as a number. */
export type StatusOf<Operation extends MockOperation> = {
  [Key in keyof Operation["answers"]]: NumberOf<Key>;
}[keyof Operation["answers"]];

/** What is documented for a status: itself, before its range, before `default`. */
export type AnswerOf<Operation extends MockOperation, Status> = Operation["answers"] extends infer Answers
  ? Status extends keyof Answers
    ? Answers[Status]
    : RangeOf<Status> extends infer Range extends keyof Answers
      ? Answers[Range]
      : Answers extends { default: infer Default }
        ? Default
        : never
  : never;

type NumberOf<Key> = Key extends number
  ? Key
  : Key extends keyof Ranges
    ? Ranges[Key]
    : Key extends "default"
      ? number
      : never;

type RangeOf<Status> = { [Key in keyof Ranges]: Status extends Ranges[Key] ? Key : never }[keyof Ranges];

/** The statuses with a name of their own, which a range stands for. */
interface Ranges {
  "2XX": 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226;
  "3XX": 300 | 301 | 302 | 303 | 304 | 305 | 307 | 308;
  "4XX":
    | (400 | 401 | 402 | 403 | 404 | 405 | 406 | 407 | 408 | 409 | 410 | 411 | 412 | 413 | 414 | 415 | 416)
    | (417 | 418 | 421 | 422 | 423 | 424 | 425 | 426 | 428 | 429 | 431 | 451);
  "5XX": 500 | 501 | 502 | 503 | 504 | 505 | 506 | 507 | 508 | 510 | 511;
}
