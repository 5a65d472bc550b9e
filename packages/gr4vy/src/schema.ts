// Generated from specs/gr4vy.yaml by Keysmith. Edit the document, then run `pnpm generate gr4vy`.

export interface paths {
  "/api-key-pairs": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List API key pairs
     * @description Lists the active key pairs of the instance, page by page. Deleted pairs are left out, and so are private keys: `private_key` is null in every item.
     *
     *     To walk the list, send the `next_cursor` of one page as the `cursor` of the next call until it is null; `previous_cursor` leads the other way. The token needs the scope `api-key-pairs.read`.
     */
    get: operations["listApiKeyPairs"];
    put?: never;
    /**
     * Create an API key pair
     * @description Creates a key pair and answers with its private key. This is the only time the private key is shown, so store it before doing anything else. Gr4vy chooses the key and its id; the request has no body, and each call makes a further pair.
     *
     *     The token needs the scope `api-key-pairs.write`. Where there is no pair yet to sign one, the token of a dashboard session serves.
     */
    post: operations["createApiKeyPair"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api-key-pairs/{api_key_pair_id}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the key pair, 43 characters long, as `id` of the pair says.
         * @example SopiN5XU0IWy8Xe9mwx1ICQbKh4-ydCDPx3LIyArkVI
         */
        api_key_pair_id: components["parameters"]["ApiKeyPairId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Delete an API key pair
     * @description Deletes a key pair for good. Tokens signed with its private key are refused from then on, so do not delete the pair that signed the token of this very call before another one works.
     *
     *     The token needs the scope `api-key-pairs.write`.
     */
    delete: operations["deleteApiKeyPair"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @description A key pair that signs the tokens of API calls. */
    ApiKeyPair: {
      /**
       * @description Kind of this object.
       * @constant
       */
      type?: "api-key-pair";
      /** @description Id of the pair, which is the JWK thumbprint of its key and the `kid` of the tokens it signs. */
      id: string;
      /** @description The private key as PEM text; keep it safe. Set in the answer that creates the pair, null in every later one. */
      private_key?: string | null;
      /**
       * Format: date-time
       * @description Moment at which the pair was created.
       */
      created_at: string;
      /**
       * Format: date-time
       * @description Moment at which the pair was last changed.
       */
      updated_at: string;
    };
    /** @description One page of key pairs. */
    ApiKeyPairPage: {
      /** @description The pairs of this page. */
      items: components["schemas"]["ApiKeyPair"][];
      /**
       * Format: int32
       * @description The limit that was applied, 20 where the request named none.
       */
      limit?: number;
      /** @description Cursor of the page that follows; null on the last one. */
      next_cursor?: string | null;
      /** @description Cursor of the page before; null on the first one. */
      previous_cursor?: string | null;
    };
    /** @description What Gr4vy answers when it cannot tell who calls. */
    UnauthorizedErrorBody: {
      /**
       * @description Kind of this object.
       * @constant
       */
      type?: "error";
      /**
       * @description Error code to decide by.
       * @constant
       */
      code?: "unauthorized";
      /**
       * @description The HTTP status, repeated.
       * @constant
       */
      status?: 401;
      /**
       * @description Error message for people.
       * @constant
       */
      message?: "No valid API authentication found";
      /** @description Reasons in detail, one per fault of the request; often empty. */
      details?: components["schemas"]["ErrorDetail"][];
    };
    /** @description What Gr4vy answers when there is no such resource. */
    NotFoundErrorBody: {
      /**
       * @description Kind of this object.
       * @constant
       */
      type?: "error";
      /**
       * @description Error code to decide by.
       * @constant
       */
      code?: "not_found";
      /**
       * @description The HTTP status, repeated.
       * @constant
       */
      status?: 404;
      /**
       * @description Error message for people.
       * @constant
       */
      message?: "The resource could not be found";
      /** @description Reasons in detail, one per fault of the request; often empty. */
      details?: components["schemas"]["ErrorDetail"][];
    };
    /** @description One fault of the request. */
    ErrorDetail: {
      /**
       * @description Part of the request that is at fault.
       * @enum {string}
       */
      location: "query" | "body" | "path" | "header";
      /** @description JSON pointer to the fault within the body, or the name of the parameter. */
      pointer: string;
      /** @description What is wrong, for people. */
      message: string;
      /** @description What is wrong, as a code to decide by. */
      type: string;
    };
  };
  responses: {
    /** @description The token is missing, expired or not signed by an active key pair. */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["UnauthorizedErrorBody"];
      };
    };
    /** @description There is no such key pair. */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["NotFoundErrorBody"];
      };
    };
  };
  parameters: {
    /**
     * @description Id of the key pair, 43 characters long, as `id` of the pair says.
     * @example SopiN5XU0IWy8Xe9mwx1ICQbKh4-ydCDPx3LIyArkVI
     */
    ApiKeyPairId: string;
    /**
     * @description Largest number of pairs on a page.
     * @example 50
     */
    Limit: number;
    /**
     * @description Which page to answer: the `next_cursor` or `previous_cursor` of another page, unchanged. Leave it out for the first page.
     * @example ZXhhbXBsZTE
     */
    Cursor: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listApiKeyPairs: {
    parameters: {
      query?: {
        /**
         * @description Largest number of pairs on a page.
         * @example 50
         */
        limit?: components["parameters"]["Limit"];
        /**
         * @description Which page to answer: the `next_cursor` or `previous_cursor` of another page, unchanged. Leave it out for the first page.
         * @example ZXhhbXBsZTE
         */
        cursor?: components["parameters"]["Cursor"];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of key pairs. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ApiKeyPairPage"];
        };
      };
      401: components["responses"]["Unauthorized"];
    };
  };
  createApiKeyPair: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The key pair was created; `private_key` is set. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ApiKeyPair"];
        };
      };
      401: components["responses"]["Unauthorized"];
    };
  };
  deleteApiKeyPair: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the key pair, 43 characters long, as `id` of the pair says.
         * @example SopiN5XU0IWy8Xe9mwx1ICQbKh4-ydCDPx3LIyArkVI
         */
        api_key_pair_id: components["parameters"]["ApiKeyPairId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The key pair was deleted. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
    };
  };
}
