// Generated from specs/automox.yaml by Keysmith. Edit the document, then run `pnpm generate automox`.

export interface paths {
  "/users/{userId}/api_keys": {
    parameters: {
      query: {
        /**
         * @description Number of the organization in which the user holds the key.
         * @example 2
         */
        o: components["parameters"]["OrganizationQuery"];
      };
      header?: never;
      path: {
        /**
         * @description Number of the user who owns the key.
         * @example 1
         */
        userId: components["parameters"]["UserId"];
      };
      cookie?: never;
    };
    /**
     * List the API keys of a user
     * @description Lists the API keys that a user holds in an organization, page by page. Secrets are not included.
     */
    get: operations["getUserApiKeys"];
    put?: never;
    /**
     * Create an API key
     * @description Creates an API key for a user within an organization. The answer describes the key but does not hold its secret: call `decryptUserApiKey` next to obtain it. Refused when the user already has a key of that name or ten keys in the organization.
     */
    post: operations["createUserApiKey"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/users/{userId}/api_keys/{id}": {
    parameters: {
      query: {
        /**
         * @description Number of the organization in which the user holds the key.
         * @example 2
         */
        o: components["parameters"]["OrganizationQuery"];
      };
      header?: never;
      path: {
        /**
         * @description Number of the user who owns the key.
         * @example 1
         */
        userId: components["parameters"]["UserId"];
        /**
         * @description Number of the API key.
         * @example 3
         */
        id: components["parameters"]["ApiKeyId"];
      };
      cookie?: never;
    };
    /**
     * Get an API key
     * @description Describes one API key of a user. The secret is not included.
     */
    get: operations["getUserApiKey"];
    /**
     * Enable or disable an API key
     * @description Switches an API key on or off. Nothing else about a key can be changed.
     */
    put: operations["updateUserApiKey"];
    post?: never;
    /**
     * Delete an API key
     * @description Deletes an API key for good. Whatever still uses it is refused from then on.
     */
    delete: operations["deleteUserApiKey"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/users/{userId}/api_keys/{id}/decrypt": {
    parameters: {
      query: {
        /**
         * @description Number of the organization in which the user holds the key.
         * @example 2
         */
        o: components["parameters"]["OrganizationQuery"];
      };
      header?: never;
      path: {
        /**
         * @description Number of the user who owns the key.
         * @example 1
         */
        userId: components["parameters"]["UserId"];
        /**
         * @description Number of the API key.
         * @example 3
         */
        id: components["parameters"]["ApiKeyId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Reveal the secret of an API key
     * @description Answers with the secret of an API key in plain text: the value to send as a bearer token. Users can reveal their own keys only.
     */
    post: operations["decryptUserApiKey"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/orgs/{id}/api_keys": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the API keys of an organization
     * @description Lists the API keys of all users of an organization, page by page. Secrets are not included. The caller must be a full administrator.
     */
    get: operations["getOrganizationApiKeys"];
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
    /** @description What is known of an API key, without its secret. */
    ApiKey: {
      /**
       * Format: int64
       * @description Number of the key.
       */
      id?: number;
      /** @description Label of the key, unique among the keys of its user within the organization. */
      name?: string;
      /** @description Whether the key can be used. */
      is_enabled?: boolean;
      /** @description Moment at which the key expires, ISO 8601; null when it never does. */
      expires_at?: string | null;
      /** @description Moment at which the key was created, ISO 8601. */
      created_at?: string;
      /** @description User who owns the key. */
      user?: components["schemas"]["ApiKeyOwner"];
    };
    /** @description User who owns an API key. */
    ApiKeyOwner: {
      /**
       * Format: int64
       * @description Number of the user.
       */
      id?: number;
      /** @description Given name of the user. */
      firstname?: string;
      /** @description Family name of the user. */
      lastname?: string;
      /** @description Mail address of the user. */
      email?: string;
    };
    /** @description One page of API keys. */
    ApiKeyPage: {
      /** @description The keys of this page. */
      results?: components["schemas"]["ApiKey"][];
      /** @description Number of keys on all pages together. */
      size?: number;
    };
    /** @description An API key to create. */
    CreateApiKey: {
      /** @description Label of the key, unique among the keys of its user within the organization. */
      name: string;
      /** @description Moment at which the key shall expire, ISO 8601 in UTC. Leave it out for a key that does not expire. */
      expires_at?: string;
    };
    /** @description What can be changed about an API key. */
    UpdateApiKey: {
      /** @description Whether the key can be used. */
      is_enabled: boolean;
    };
    /** @description The secret of an API key. */
    DecryptedApiKey: {
      /** @description The secret in plain text; keep it safe. */
      api_key?: string;
    };
    /** @description What went wrong. */
    ErrorBody: {
      /** @description Message about the error. */
      errors?: string[];
    };
    /** @description Why the caller lacks the permission. */
    ForbiddenErrorBody: {
      /** @description Messages about the error. */
      errors: string[];
    };
  };
  responses: {
    /** @description One page of keys. */
    ApiKeys: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ApiKeyPage"];
      };
    };
    /** @description The request is not valid, for example because a user already has a key of that name or `limit` is out of bounds. */
    BadRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorBody"];
      };
    };
    /** @description The API key is missing or not valid. */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorBody"];
      };
    };
    /** @description The user behind the API key may not do this. */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ForbiddenErrorBody"];
      };
    };
    /** @description There is no such user, organization or API key. */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorBody"];
      };
    };
    /** @description Too many requests were made in a short time. */
    TooManyRequests: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorBody"];
      };
    };
  };
  parameters: {
    /**
     * @description Number of the user who owns the key.
     * @example 1
     */
    UserId: number;
    /**
     * @description Number of the organization in which the user holds the key.
     * @example 2
     */
    OrganizationQuery: number;
    /**
     * @description Number of the organization.
     * @example 2
     */
    OrganizationId: number;
    /**
     * @description Number of the API key.
     * @example 3
     */
    ApiKeyId: number;
    /**
     * @description Number of keys per page.
     * @example 50
     */
    Limit: number;
    /**
     * @description Number of the page; the first one is 0.
     * @example 0
     */
    Page: number;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  getUserApiKeys: {
    parameters: {
      query: {
        /**
         * @description Number of the organization in which the user holds the key.
         * @example 2
         */
        o: components["parameters"]["OrganizationQuery"];
        /**
         * @description Number of keys per page.
         * @example 50
         */
        limit?: components["parameters"]["Limit"];
        /**
         * @description Number of the page; the first one is 0.
         * @example 0
         */
        page?: components["parameters"]["Page"];
      };
      header?: never;
      path: {
        /**
         * @description Number of the user who owns the key.
         * @example 1
         */
        userId: components["parameters"]["UserId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components["responses"]["ApiKeys"];
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  createUserApiKey: {
    parameters: {
      query: {
        /**
         * @description Number of the organization in which the user holds the key.
         * @example 2
         */
        o: components["parameters"]["OrganizationQuery"];
      };
      header?: never;
      path: {
        /**
         * @description Number of the user who owns the key.
         * @example 1
         */
        userId: components["parameters"]["UserId"];
      };
      cookie?: never;
    };
    /** @description The key to create. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateApiKey"];
      };
    };
    responses: {
      /** @description The key was created. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ApiKey"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  getUserApiKey: {
    parameters: {
      query: {
        /**
         * @description Number of the organization in which the user holds the key.
         * @example 2
         */
        o: components["parameters"]["OrganizationQuery"];
      };
      header?: never;
      path: {
        /**
         * @description Number of the user who owns the key.
         * @example 1
         */
        userId: components["parameters"]["UserId"];
        /**
         * @description Number of the API key.
         * @example 3
         */
        id: components["parameters"]["ApiKeyId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The key. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ApiKey"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  updateUserApiKey: {
    parameters: {
      query: {
        /**
         * @description Number of the organization in which the user holds the key.
         * @example 2
         */
        o: components["parameters"]["OrganizationQuery"];
      };
      header?: never;
      path: {
        /**
         * @description Number of the user who owns the key.
         * @example 1
         */
        userId: components["parameters"]["UserId"];
        /**
         * @description Number of the API key.
         * @example 3
         */
        id: components["parameters"]["ApiKeyId"];
      };
      cookie?: never;
    };
    /** @description The new state of the key. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["UpdateApiKey"];
      };
    };
    responses: {
      /** @description The key in its new state. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ApiKey"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  deleteUserApiKey: {
    parameters: {
      query: {
        /**
         * @description Number of the organization in which the user holds the key.
         * @example 2
         */
        o: components["parameters"]["OrganizationQuery"];
      };
      header?: never;
      path: {
        /**
         * @description Number of the user who owns the key.
         * @example 1
         */
        userId: components["parameters"]["UserId"];
        /**
         * @description Number of the API key.
         * @example 3
         */
        id: components["parameters"]["ApiKeyId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The key was deleted. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  decryptUserApiKey: {
    parameters: {
      query: {
        /**
         * @description Number of the organization in which the user holds the key.
         * @example 2
         */
        o: components["parameters"]["OrganizationQuery"];
      };
      header?: never;
      path: {
        /**
         * @description Number of the user who owns the key.
         * @example 1
         */
        userId: components["parameters"]["UserId"];
        /**
         * @description Number of the API key.
         * @example 3
         */
        id: components["parameters"]["ApiKeyId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The secret of the key. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["DecryptedApiKey"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  getOrganizationApiKeys: {
    parameters: {
      query?: {
        /**
         * @description Number of keys per page.
         * @example 50
         */
        limit?: components["parameters"]["Limit"];
        /**
         * @description Number of the page; the first one is 0.
         * @example 0
         */
        page?: components["parameters"]["Page"];
      };
      header?: never;
      path: {
        /**
         * @description Number of the organization.
         * @example 2
         */
        id: components["parameters"]["OrganizationId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components["responses"]["ApiKeys"];
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
}
