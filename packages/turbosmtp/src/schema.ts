// Generated from specs/turbosmtp.yaml by Keysmith. Edit the document, then run `pnpm generate turbosmtp`.

export interface paths {
  "/user/consumerKeys": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List consumer keys
     * @description Lists all consumer keys of the account at once. Secrets are not included.
     */
    get: operations["listConsumerKeys"];
    put?: never;
    /**
     * Create a consumer key
     * @description Creates a consumer key with its secret. The secret is in this answer only: store it, since no other operation shows it again.
     */
    post: operations["createConsumerKey"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/user/consumerKeys/{consumerKey}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Delete a consumer key
     * @description Deletes a consumer key for good. Whatever still uses the pair is refused at once.
     */
    delete: operations["deleteConsumerKey"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @description A consumer key to create. */
    CreateConsumerKey: {
      /** @description Name of the pair, for people to recognise it by. */
      label?: string;
    };
    /** @description A new consumer key with its secret. */
    CreatedConsumerKey: {
      /** @description The key; it also identifies the pair. */
      consumerKey?: string;
      /** @description The secret that belongs to the key; it is not shown again. */
      consumerSecret?: string;
    };
    /** @description What is known of a consumer key, without its secret. */
    ConsumerKey: {
      /** @description The key; it also identifies the pair. */
      consumerKey: string;
      /** @description Name of the pair, for people to recognise it by. */
      label: string;
      /** @description Moment at which the pair was created, without a time zone. */
      creation_time: string;
    };
    /** @description All consumer keys of an account. */
    ConsumerKeyList: {
      /** @description Number of consumer keys. */
      count: number;
      /** @description The consumer keys. */
      results: components["schemas"]["ConsumerKey"][];
    };
    /** @description Confirmation that something was done. */
    SuccessBody: {
      /**
       * @description Says that it worked.
       * @enum {string}
       */
      message?: "success";
    };
    /** @description What went wrong. */
    ErrorBody: {
      /** @description Code of the error. */
      message?: string;
    };
    /** @description Why the API key was refused. */
    AuthorizationErrorBody: {
      /**
       * @description Code of the error: no API key was sent, the API key is wrong or has expired, or the account is not active.
       * @enum {string}
       */
      message?: "missing_authorization_key" | "invalid_authorization_key" | "account_is_inactive";
    };
  };
  responses: {
    /** @description The API key is missing or not valid, or the account is not active. */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["AuthorizationErrorBody"];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listConsumerKeys: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All consumer keys of the account. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ConsumerKeyList"];
        };
      };
      401: components["responses"]["Unauthorized"];
    };
  };
  createConsumerKey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The consumer key to create. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateConsumerKey"];
      };
    };
    responses: {
      /** @description The consumer key was created. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CreatedConsumerKey"];
        };
      };
      401: components["responses"]["Unauthorized"];
    };
  };
  deleteConsumerKey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The consumer key to delete.
         * @example b914ad238d0e8e8851b81e86ce46ae1d
         */
        consumerKey: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The consumer key was deleted. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SuccessBody"];
        };
      };
      401: components["responses"]["Unauthorized"];
      /** @description The account has no such consumer key. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
}
