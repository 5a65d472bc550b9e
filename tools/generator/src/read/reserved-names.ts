/** Names that `names.ts` gives to nothing of a document. */

function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

export const reservedArguments = wordSet("body __proto__");

/** Taken as names of functions, which are exports of a module and methods of a client at once. */
export const reservedValues: ReadonlySet<string> = new Set([
  // Words of the language, in modules and strict code.
  ...wordSet(`arguments await break case catch class const continue debugger default delete do else enum eval
    export extends false finally for function if implements import in instanceof interface let new null package
    private protected public return static super switch this throw true try typeof undefined var void while with
    yield NaN Infinity globalThis`),
  // Members of every client (those in capitals cannot be met) and of every object. An export or method called `then`
  // would make a promise of its owner.
  ...wordSet(`request use eject withOptions then constructor prototype hasOwnProperty isPrototypeOf propertyIsEnumerable
    toLocaleString toString valueOf toJSON`),
  // What the package's modules import, declare and export beside the operations.
  ...wordSet(`operation pagedOperation isApiError createApiClient createFetchClient createClient ownServer selectServer encoded styled writeBody
    clientCredentials passwordFlow definition operations paths components webhooks`),
]);

/** Taken as names of types: what everybody means by these words, and what the package takes from elsewhere. */
export const reservedTypes: ReadonlySet<string> = new Set([
  ...wordSet(`AbortSignal Array ArrayBuffer AsyncIterable Awaited BigInt Blob Boolean Date Error Exclude Extract File
    FormData Function Headers Iterable Map NonNullable Number Object Omit Partial Pick Promise PromiseLike
    ReadableStream Readonly ReadonlyArray Record Request RequestInit Required Response ResponseInit ReturnType Set
    String Symbol URL URLSearchParams Uint8Array`),
  ...wordSet(`AbortError ApiError BadRequestError ConfigError ConflictError ForbiddenError KeysmithError NetworkError
    NotFoundError RateLimitError ResponseParseError ServerError TimeoutError UnauthorizedError
    UnprocessableEntityError`),
  ...wordSet(`ApiCall CallError CallMeta CallOptions Credential CredentialProvider CredentialRequest Fetch Logger LogRecord
    Middleware MiddlewareContext PagedCall PagingOptions PreparedRequest SafeResult WithResponse`),
  // What `mock.ts` imports beside the types of the document.
  ...wordSet("Mock MockAnswer MockFetch MockFetchOptions MockOptions"),
]);

/** What the module that declares the package's own types imports on top of that. */
export const clientImports = wordSet("ApiDefinition Client ClientOptions FetchClient OperationMethods");

/** Pages of the `docs` folder that are not a tag's, and names that Windows keeps for devices. */
export const reservedSlugs =
  wordSet(`contract index models readme aux con nul prn com0 com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt0
  lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9`);
