// Generated from specs/occam.yaml by Keysmith. Edit the document, then run `pnpm generate occam`.

export interface paths {
  "/keys/": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List API keys
     * @description Lists all API keys of the caller in one answer; there are no pages. The keys themselves are masked.
     */
    get: operations["listKeys"];
    /**
     * Create an API key
     * @description Creates an API key for the caller and answers with it in full. This is the only time the key is shown, so store it before doing anything else. Each call makes a further key, even under the same name: to send it again after a failure may leave an unused key behind.
     */
    put: operations["createKey"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/keys/{uuid}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Identifier of the key, as `uuid` of the key says.
         * @example 00000000-0000-4000-8000-000000000001
         */
        uuid: components["parameters"]["KeyUuid"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Delete an API key
     * @description Deletes an API key of the caller for good. It cannot be traded for tokens from then on. What the answer holds is not documented, so look at its status only.
     */
    delete: operations["deleteKey"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/keys/{uuid}/usage": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Identifier of the key, as `uuid` of the key says.
         * @example 00000000-0000-4000-8000-000000000001
         */
        uuid: components["parameters"]["KeyUuid"];
      };
      cookie?: never;
    };
    /**
     * See how much an API key is used
     * @description Counts the requests made with an API key of the caller and tells how much of its quota is used up.
     */
    get: operations["getKeyUsage"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @description An API key to create. */
    CreateKey: {
      /** @description Label of the key. */
      name: string;
    };
    /** @description A new API key, the one time it is shown in full. */
    VisibleApiKey: {
      /** @description Identifier of the key. */
      uuid: string;
      /** @description The key in full, `sk-occam-` and what follows; keep it safe. */
      api_key: string;
    };
    /** @description What is known of an API key, without the key itself. */
    HiddenApiKey: {
      /** @description Identifier of the key. */
      uuid: string;
      /** @description Label of the key. */
      name: string;
      /** @description The key in masked form, to recognize it by. `VisibleApiKey` has the whole key under the same name; this one is of no use as a credential. */
      api_key: string;
      /**
       * Format: date-time
       * @description Moment at which the key was created.
       */
      created: string;
      /**
       * Format: date-time
       * @description Moment at which the key was last used; null when it never was.
       */
      last_used: string | null;
    };
    /** @description How much an API key is used. */
    ApiKeyUsage: {
      /** @description Requests made with the key that have ended, well or not. */
      completed_requests: number;
      /** @description Those of the ended requests that went well. */
      successful_requests: number;
      /** @description Those of the ended requests that failed. */
      failed_requests: number;
      /** @description Share of the key's quota that is used up, in percent. */
      quota_usage_percentage: number;
      /** @description Requests made with the key per day, on average. */
      requests_per_day: number;
    };
    /** @description Any JSON value; Occam AI does not document which. */
    DeletedKey: unknown;
    /** @description What is wrong with the request. */
    ValidationErrorBody: {
      /** @description The faults, one by one. */
      detail?: components["schemas"]["ValidationError"][];
    };
    /** @description One fault of the request. */
    ValidationError: {
      /** @description Way to the fault: `body` or `path` first, then names of members and parameters, and numbers of list items or characters. */
      loc: (string | number)[];
      /** @description What is wrong, for people. */
      msg: string;
      /** @description What is wrong, as a code to decide by. */
      type: string;
    };
  };
  responses: {
    /** @description The access token is missing or not valid, or its user no longer exists. */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content?: never;
    };
    /** @description The body is not valid. */
    InvalidKey: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ValidationErrorBody"];
      };
    };
    /** @description The identifier is not valid. */
    InvalidUuid: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ValidationErrorBody"];
      };
    };
  };
  parameters: {
    /**
     * @description Identifier of the key, as `uuid` of the key says.
     * @example 00000000-0000-4000-8000-000000000001
     */
    KeyUuid: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listKeys: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The keys of the caller. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["HiddenApiKey"][];
        };
      };
      401: components["responses"]["Unauthorized"];
    };
  };
  createKey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The key to create. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateKey"];
      };
    };
    responses: {
      /** @description The key was created; `api_key` holds it in full. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["VisibleApiKey"];
        };
      };
      401: components["responses"]["Unauthorized"];
      422: components["responses"]["InvalidKey"];
    };
  };
  deleteKey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Identifier of the key, as `uuid` of the key says.
         * @example 00000000-0000-4000-8000-000000000001
         */
        uuid: components["parameters"]["KeyUuid"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The key was deleted. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["DeletedKey"];
        };
      };
      401: components["responses"]["Unauthorized"];
      422: components["responses"]["InvalidUuid"];
    };
  };
  getKeyUsage: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Identifier of the key, as `uuid` of the key says.
         * @example 00000000-0000-4000-8000-000000000001
         */
        uuid: components["parameters"]["KeyUuid"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The usage of the key. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ApiKeyUsage"];
        };
      };
      401: components["responses"]["Unauthorized"];
      422: components["responses"]["InvalidUuid"];
    };
  };
}
