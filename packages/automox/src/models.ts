// Generated from specs/automox.yaml by Keysmith. Edit the document, then run `pnpm generate automox`.

/** What is known of an API key, without its secret. */
export interface ApiKey {
  /** Number of the key. Format: int64. */
  id?: number;
  /** Label of the key, unique among the keys of its user within the organization. */
  name?: string;
  /** Whether the key can be used. */
  is_enabled?: boolean;
  /**
   * Moment at which the key expires, ISO 8601; null when it never does. Matches
   * `^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$`.
   */
  expires_at?: string | null;
  /**
   * Moment at which the key was created, ISO 8601. Matches
   * `^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$`.
   */
  created_at?: string;
  /** User who owns the key. */
  user?: ApiKeyOwner;
}

/** User who owns an API key. */
export interface ApiKeyOwner {
  /** Number of the user. Format: int64. */
  id?: number;
  /** Given name of the user. */
  firstname?: string;
  /** Family name of the user. */
  lastname?: string;
  /** Mail address of the user. */
  email?: string;
}

/** One page of API keys. */
export interface ApiKeyPage {
  /** The keys of this page. */
  results?: ApiKey[];
  /** Number of keys on all pages together. */
  size?: number;
}

/** An API key to create. */
export interface CreateApiKey {
  /** Label of the key, unique among the keys of its user within the organization. */
  name: string;
  /**
   * Moment at which the key shall expire, ISO 8601 in UTC. Leave it out for a key that does not expire.
   * Matches `^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$`.
   */
  expires_at?: string;
}

/** What can be changed about an API key. */
export interface UpdateApiKey {
  /** Whether the key can be used. */
  is_enabled: boolean;
}

/** The secret of an API key. */
export interface DecryptedApiKey {
  /** The secret in plain text; keep it safe. A secret: shown as `[redacted]` in logs and errors. */
  api_key?: string;
}

/** What went wrong. */
export interface ErrorBody {
  /** Message about the error. At most 1 item. */
  errors?: string[];
}

/** Why the caller lacks the permission. */
export interface ForbiddenErrorBody {
  /** Messages about the error. */
  errors: string[];
}
