import { type ApiCall, operation, writeBody } from "@keysmith/runtime";
import { SECRET } from "./check.ts";
import { createClient, createKeys, type Keys, type KeysClient, type KeysOptions } from "./keys.ts";

/** The arguments of the calls here, whatever they prove. */
export const key = { userId: 1, o: 2, id: 3 };

export function keysAt(baseUrl: string, options: KeysOptions = {}): Keys {
  return createKeys({ baseUrl, auth: { bearerAuth: SECRET }, ...options });
}

/** A client for free functions only. */
export function leanAt(baseUrl: string, options: KeysOptions = {}): KeysClient {
  return createClient({ baseUrl, auth: { bearerAuth: SECRET }, ...options });
}

/** What the route `echo` answers. */
export interface Echo {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  /** Parts of a multipart body, as another parser than the platform's read them. */
  readonly parts: readonly EchoedPart[];
}

export interface EchoedPart {
  readonly name: string;
  readonly value: string;
  /** Of a file: its media type. */
  readonly type?: string;
}

type Upload = (client: KeysClient, args: { readonly body: unknown }) => ApiCall<Echo>;

/** The API takes no files; this is what the generator makes of an operation that does. */
export const uploadForm = operation<Upload>({
  id: "uploadForm",
  method: "POST",
  path: "/form",
  body: "multipart/form-data",
  writeBody,
});

export const uploadBytes = operation<Upload>({
  id: "uploadBytes",
  method: "POST",
  path: "/bytes",
  body: "application/octet-stream",
  writeBody,
});
