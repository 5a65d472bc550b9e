import type { Incoming } from "./incoming-model.ts";
import type { Pagination } from "./pagination-model.ts";
import type { Constraints, NamedSchema, Type } from "./type-model.ts";

/**
 * The model: what an emitter knows of an API.
 *
 * `read` fills it from a checked document; every oddity of OpenAPI (path-level parameters, references, `nullable`,
 * 3.0 against 3.1, single-member unions, inherited security) has ended before a value of these types exists.
 * Emitters switch over the `kind`s exhaustively and never see OpenAPI.
 * Lists keep the order of the document. Names are final: `names.ts` has settled every collision.
 */

export type { Incoming, IncomingCall } from "./incoming-model.ts";
export type { Pagination } from "./pagination-model.ts";
export type { Constraints, NamedSchema, ObjectType, Property, Type } from "./type-model.ts";

/** One provider's API: what one package is made from. */
export interface Api {
  /** Short name: the file name of the spec without extension (`automox`). Decides package and factory names. */
  readonly name: string;
  /** Name of the factory's interface and prefix of the package's own types, `Automox`. */
  readonly typeName: string;
  readonly title: string;
  /** `info.version`: the version of the provider's API, not of our package. */
  readonly version: string;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  /** Address of a page. */
  readonly termsOfService: string | undefined;
  readonly contact: { readonly name?: string; readonly url?: string; readonly email?: string } | undefined;
  readonly licence:
    | { readonly name: string; readonly identifier?: string; readonly url?: string }
    | undefined;
  readonly externalDocs: ExternalDocs | undefined;
  readonly servers: readonly Server[];
  readonly schemes: readonly SecurityScheme[];
  /** Root `security`: what an operation needs when it does not say otherwise. `undefined`: none declared. */
  readonly security: readonly SecurityAlternative[] | undefined;
  readonly tags: readonly Tag[];
  readonly operations: readonly Operation[];
  /** Calls the other way round; types are all that is made of them. */
  readonly incoming: Incoming;
  readonly schemas: readonly NamedSchema[];
  /** Wire names of properties and parameters that hold secrets: `x-sensitive`, `format: password`, `writeOnly`. */
  readonly sensitiveProperties: readonly string[];
}

export interface ExternalDocs {
  readonly url: string;
  readonly description: string | undefined;
}

export interface Server {
  /** `x-name`: the value of the option `environment` that chooses it. */
  readonly name: string | undefined;
  /** As written, with `{variables}`, without a trailing slash; may be relative. `/` where the document names none. */
  readonly url: string;
  readonly description: string | undefined;
  readonly variables: readonly ServerVariable[];
}

export interface ServerVariable {
  readonly name: string;
  readonly default: string;
  readonly enum: readonly string[] | undefined;
  readonly description: string | undefined;
}

export interface Tag {
  readonly name: string;
  /** File name of the tag's reference page without extension, unique within the API: `api-keys`. */
  readonly slug: string;
  readonly description: string | undefined;
  readonly externalDocs: ExternalDocs | undefined;
}

export type SecurityScheme = {
  /** Name of the scheme in the document, and of the option that takes its credential. */
  readonly name: string;
  readonly description: string | undefined;
  /** `x-env`: the environment variable that is the fallback in server runtimes. */
  readonly env: string | undefined;
} & (
  | { readonly kind: "bearer"; readonly bearerFormat: string | undefined }
  | { readonly kind: "basic" }
  | { readonly kind: "apiKey"; readonly in: "header" | "query" | "cookie"; readonly parameter: string }
  | { readonly kind: "oauth2"; readonly flows: readonly OAuthFlow[] }
  | { readonly kind: "openIdConnect"; readonly url: string }
  /** Any other `http` scheme: the option takes the whole value of the `Authorization` header. */
  | { readonly kind: "http"; readonly scheme: string }
  | { readonly kind: "mutualTLS" }
);

export interface OAuthFlow {
  readonly kind: "implicit" | "password" | "clientCredentials" | "authorizationCode";
  readonly tokenUrl: string | undefined;
  readonly refreshUrl: string | undefined;
  readonly authorizationUrl: string | undefined;
  readonly scopes: readonly { readonly name: string; readonly description: string }[];
}

/** All of these schemes together; an operation needs one of its alternatives. Empty: anonymous access. */
export type SecurityAlternative = readonly { readonly scheme: string; readonly scopes: readonly string[] }[];

export type Method = "GET" | "PUT" | "POST" | "DELETE" | "OPTIONS" | "HEAD" | "PATCH";

export interface Operation {
  /** `operationId` as written (or made from method and path where absent); what errors and logs call the operation. */
  readonly id: string;
  /** What the mock calls the operation: `operationId`, or method and path where that is absent or taken (`GET /keys`). */
  readonly mockId: string;
  /** Name of the function and the method on the client, `createUserApiKey`. */
  readonly name: string;
  /** Prefix of the operation's own types, `CreateUserApiKey`. */
  readonly typeName: string;
  readonly method: Method;
  /** As written: `/users/{userId}/api_keys`; in odd documents with a fixed query or, to tell operations apart, a fragment. */
  readonly path: string;
  /** JSON pointer of the operation object, for messages. */
  readonly pointer: string;
  /** Names of its tags; the reference page of the first one documents it. Never empty: untagged operations get `default`. */
  readonly tags: readonly [string, ...string[]];
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  readonly externalDocs: ExternalDocs | undefined;
  readonly parameters: readonly Parameter[];
  readonly body: Body | undefined;
  readonly responses: readonly Response[];
  /** What this operation needs, inheritance resolved. Empty list: nothing. */
  readonly security: readonly SecurityAlternative[];
  /** Where this operation is, when that is elsewhere than the document's servers. */
  readonly servers: readonly Server[] | undefined;
  /** True when the operation has a `security` of its own. */
  readonly ownSecurity: boolean;
  /** `x-idempotent`: `undefined` leaves it to the method. */
  readonly idempotent: boolean | undefined;
  readonly pagination: Pagination | undefined;
}

export interface Parameter {
  /** Name on the wire. */
  readonly name: string;
  /** Property of the operation's arguments that holds it: the wire name, prefixed with the location where it is used twice (`queryId`). */
  readonly argument: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description: string | undefined;
  readonly type: Type;
  readonly constraints: Constraints;
  readonly default: Json | undefined;
  readonly examples: readonly Example[];
  readonly style: "simple" | "label" | "matrix" | "form" | "spaceDelimited" | "pipeDelimited" | "deepObject";
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** Media type of a `content` parameter whose value travels as JSON. */
  readonly mediaType: string | undefined;
  readonly sensitive: boolean;
}

export interface Body {
  readonly required: boolean;
  readonly description: string | undefined;
  /** Never empty; the first one is the default. */
  readonly contents: readonly [Content, ...Content[]];
  /** Argument that names the media type, where there is a choice. */
  readonly mediaTypeArgument?: string;
}

export interface Content {
  /** Of answers also a range. Of a body one that can be sent; a range where only the caller knows, `image/*`. */
  readonly mediaType: string;
  readonly kind: "json" | "form" | "multipart" | "text" | "binary";
  readonly type: Type;
  readonly examples: readonly Example[];
  /** Fields of a form whose way of travelling the document describes. */
  readonly encoding?: readonly FieldEncoding[];
}

export interface FieldEncoding {
  readonly name: string;
  /** As for a query parameter; absent where the document says nothing of it. */
  readonly written?: Pick<Parameter, "style" | "explode" | "allowReserved">;
  /** The one media type of the field, as a part of a multipart body. */
  readonly mediaType?: string;
}

export interface Response {
  readonly status: number | "default" | "1XX" | "2XX" | "3XX" | "4XX" | "5XX";
  readonly description: string;
  /** Empty: the answer has no body. */
  readonly contents: readonly Content[];
  readonly headers: readonly Header[];
  readonly links: readonly Link[];
}

/** A call that can be made with what this answer, or its request, holds. */
export interface Link {
  /** Name of the function to call. */
  readonly operation: string;
  readonly description: string | undefined;
  /** What becomes of its arguments: expressions of OpenAPI, `$response.body#/id`, and constants as JSON. */
  readonly values: readonly { readonly argument: string; readonly value: string }[];
}

export interface Header {
  readonly name: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description: string | undefined;
  readonly type: Type;
  readonly constraints: Constraints;
  readonly examples: readonly Example[];
}

export interface Example {
  /** Key under `examples`; `default` for a lone `example`, then `default-2` for further ones of a schema. */
  readonly name: string;
  /** Whether the document calls it that. */
  readonly named: boolean;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly value: Json;
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
