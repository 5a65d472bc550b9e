// Generated from specs/cartovista.yaml by Keysmith. Edit the document, then run `pnpm generate cartovista`.

export interface paths {
  "/{tenantUrlCode}/api/v2/User/{UserIdentifier}/ApiKey": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description URL code of the tenant in which the user and the keys are, the first part of every path.
         * @example acme
         */
        tenantUrlCode: components["parameters"]["TenantUrlCode"];
        /**
         * @description Security identifier of the user who owns the keys, called `securityIdentifier` where CartoVista lists its users.
         * @example 11111111-1111-4111-8111-111111111111
         */
        UserIdentifier: components["parameters"]["UserIdentifier"];
      };
      cookie?: never;
    };
    /**
     * List the access keys of a user
     * @description Lists all access keys of a user in one answer; there are no pages.
     */
    get: operations["getAccessKeys"];
    put?: never;
    /**
     * Create an access key
     * @description Creates an access key for a user. Name the IP addresses that may use it; a key without any works only after `generateSecretKey` has given it a secret.
     */
    post: operations["createAccessKey"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/{tenantUrlCode}/api/v2/ApiKey": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description URL code of the tenant in which the user and the keys are, the first part of every path.
         * @example acme
         */
        tenantUrlCode: components["parameters"]["TenantUrlCode"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Change an access key
     * @description Overwrites the settings of the access key that the body names. Send all four members, those that stay as they are too: an empty list lifts the restriction to IP addresses, and empty notes erase the notes. To rely on the secret key alone, generate one and then clear the list. A secret cannot be removed from a key.
     */
    post: operations["updateAccessKey"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/{tenantUrlCode}/api/v2/ApiKey/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description URL code of the tenant in which the user and the keys are, the first part of every path.
         * @example acme
         */
        tenantUrlCode: components["parameters"]["TenantUrlCode"];
        /**
         * @description The access key itself, as `accessKey` of the key says.
         * @example 00000000-0000-0000-0000-000000000001
         */
        id: components["parameters"]["AccessKeyId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Delete an access key
     * @description Deletes an access key for good, along with its secret. Whatever still uses it is refused from then on.
     */
    delete: operations["deleteApiKey"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/{tenantUrlCode}/api/v2/ApiKey/{id}/generateSecret": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description URL code of the tenant in which the user and the keys are, the first part of every path.
         * @example acme
         */
        tenantUrlCode: components["parameters"]["TenantUrlCode"];
        /**
         * @description The access key itself, as `accessKey` of the key says.
         * @example 00000000-0000-0000-0000-000000000001
         */
        id: components["parameters"]["AccessKeyId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Generate the secret key of an access key
     * @description Gives an access key a secret and answers with it. From then on a call with this access key must carry the secret in the header `secretKey`, and must come from a listed address where the key has a list. The secret is not shown again: one that is lost has to be generated anew, after which count on the former one being void. It cannot be removed from the key.
     */
    post: operations["generateSecretKey"];
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
    /** @description An access key and what guards it. */
    AccessKey: {
      /**
       * Format: uuid
       * @description Names the key in other calls, and is the credential to send as `apiKey`.
       */
      accessKey?: string;
      /** @description The key as text. */
      accessKeyString?: string;
      /** @description Secret of the key, or what stands in its place. Do not rely on it: later releases of CartoVista leave it out. */
      secretKey?: string;
      mode?: components["schemas"]["AccessKeyMode"];
      /** @description Whether the key can be used. */
      enabled?: boolean;
      /**
       * Format: uuid
       * @description Identifier of the user who owns the key.
       */
      userId?: string;
      /**
       * Format: uuid
       * @description Identifier of the tenant.
       */
      tenantId?: string;
      /**
       * Format: date-time
       * @description Moment at which the key was created.
       */
      creationTime?: string;
      /**
       * Format: date-time
       * @description Moment at which the key was last used with success; null or absent when it never was.
       */
      lastUsedTime?: string | null;
      /** @description IP addresses that may use the key. Empty when the key is not restricted to addresses. */
      ipWhitelisting?: string[];
      /** @description Free text, for example on what the key is for. */
      notes?: string;
    };
    /**
     * Format: int32
     * @description Mode of an access key. CartoVista does not document what 0 and 1 stand for.
     * @enum {integer}
     */
    AccessKeyMode: 0 | 1;
    /** @description An access key to create. */
    CreateAccessKey: {
      /** @description IP addresses that may use the key, as seen from the internet, one per item. */
      ipWhitelisting?: string[];
      /** @description Free text, for example on what the key is for. */
      notes?: string;
    };
    /** @description All settings of an access key that can be changed, and the key they belong to. */
    UpdateAccessKey: {
      /**
       * Format: uuid
       * @description The key to change.
       */
      accessKey: string;
      /** @description Whether the key can be used. */
      enabled: boolean;
      /** @description IP addresses that may use the key, in place of the former ones. An empty list lifts the restriction. */
      ipWhitelisting: string[];
      /** @description Free text in place of the former. An empty text erases it. */
      notes: string;
    };
    /** @description Secret of an access key in plain text; keep it safe. */
    SecretKey: string;
  };
  responses: {
    /** @description The body is not valid. */
    BadRequest: {
      headers: {
        [name: string]: unknown;
      };
      content?: never;
    };
    /** @description The access key is missing, unknown or switched off. */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content?: never;
    };
    /** @description The call came from an address that is not listed, the secret key is missing or wrong, or the user behind the access key may not do this. */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content?: never;
    };
    /** @description There is no such tenant, user or access key. */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content?: never;
    };
  };
  parameters: {
    /**
     * @description URL code of the tenant in which the user and the keys are, the first part of every path.
     * @example acme
     */
    TenantUrlCode: string;
    /**
     * @description Security identifier of the user who owns the keys, called `securityIdentifier` where CartoVista lists its users.
     * @example 11111111-1111-4111-8111-111111111111
     */
    UserIdentifier: string;
    /**
     * @description The access key itself, as `accessKey` of the key says.
     * @example 00000000-0000-0000-0000-000000000001
     */
    AccessKeyId: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  getAccessKeys: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description URL code of the tenant in which the user and the keys are, the first part of every path.
         * @example acme
         */
        tenantUrlCode: components["parameters"]["TenantUrlCode"];
        /**
         * @description Security identifier of the user who owns the keys, called `securityIdentifier` where CartoVista lists its users.
         * @example 11111111-1111-4111-8111-111111111111
         */
        UserIdentifier: components["parameters"]["UserIdentifier"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The keys of the user. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AccessKey"][];
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
    };
  };
  createAccessKey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description URL code of the tenant in which the user and the keys are, the first part of every path.
         * @example acme
         */
        tenantUrlCode: components["parameters"]["TenantUrlCode"];
        /**
         * @description Security identifier of the user who owns the keys, called `securityIdentifier` where CartoVista lists its users.
         * @example 11111111-1111-4111-8111-111111111111
         */
        UserIdentifier: components["parameters"]["UserIdentifier"];
      };
      cookie?: never;
    };
    /** @description The key to create. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateAccessKey"];
      };
    };
    responses: {
      /** @description The key was created. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AccessKey"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
    };
  };
  updateAccessKey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description URL code of the tenant in which the user and the keys are, the first part of every path.
         * @example acme
         */
        tenantUrlCode: components["parameters"]["TenantUrlCode"];
      };
      cookie?: never;
    };
    /** @description The key and its new settings. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["UpdateAccessKey"];
      };
    };
    responses: {
      /** @description The settings were stored. */
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
    };
  };
  deleteApiKey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description URL code of the tenant in which the user and the keys are, the first part of every path.
         * @example acme
         */
        tenantUrlCode: components["parameters"]["TenantUrlCode"];
        /**
         * @description The access key itself, as `accessKey` of the key says.
         * @example 00000000-0000-0000-0000-000000000001
         */
        id: components["parameters"]["AccessKeyId"];
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
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
    };
  };
  generateSecretKey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description URL code of the tenant in which the user and the keys are, the first part of every path.
         * @example acme
         */
        tenantUrlCode: components["parameters"]["TenantUrlCode"];
        /**
         * @description The access key itself, as `accessKey` of the key says.
         * @example 00000000-0000-0000-0000-000000000001
         */
        id: components["parameters"]["AccessKeyId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The new secret, as a bare JSON string. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SecretKey"];
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
    };
  };
}
