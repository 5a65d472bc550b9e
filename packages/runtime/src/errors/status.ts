type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** The hundred statuses that begin with a digit, as literals: `error.status === 404` tells members of a union apart. */
type Hundred<First extends Digit> = `${First}${Digit}${Digit}` extends `${infer Status extends number}`
  ? Status
  : never;

export type SuccessStatus = Hundred<2>;
export type RedirectStatus = Hundred<3>;
export type ClientErrorStatus = Hundred<4>;
export type ServerErrorStatus = Hundred<5>;
/** Every status that ends a call with an `ApiError`. */
export type ErrorStatus = RedirectStatus | ClientErrorStatus | ServerErrorStatus;
