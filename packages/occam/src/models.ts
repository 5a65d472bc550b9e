// Generated from specs/occam.yaml by Keysmith. Edit the document, then run `pnpm generate occam`.

/** An API key to create. */
export interface CreateKey {
  /** Label of the key. */
  name: string;
}

/** A new API key, the one time it is shown in full. */
export interface VisibleApiKey {
  /** Identifier of the key. */
  uuid: string;
  /**
   * The key in full, `sk-occam-` and what follows; keep it safe. A secret: shown as `[redacted]` in logs
   * and errors.
   */
  api_key: string;
}

/** What is known of an API key, without the key itself. */
export interface HiddenApiKey {
  /** Identifier of the key. */
  uuid: string;
  /** Label of the key. */
  name: string;
  /**
   * The key in masked form, to recognize it by. `VisibleApiKey` has the whole key under the same name;
   * this one is of no use as a credential. A secret: shown as `[redacted]` in logs and errors.
   */
  api_key: string;
  /** Moment at which the key was created. Format: date-time. */
  created: string;
  /** Moment at which the key was last used; null when it never was. Format: date-time. */
  last_used: string | null;
}

/** How much an API key is used. */
export interface ApiKeyUsage {
  /** Requests made with the key that have ended, well or not. */
  completed_requests: number;
  /** Those of the ended requests that went well. */
  successful_requests: number;
  /** Those of the ended requests that failed. */
  failed_requests: number;
  /** Share of the key's quota that is used up, in percent. */
  quota_usage_percentage: number;
  /** Requests made with the key per day, on average. */
  requests_per_day: number;
}

/** Any JSON value; Occam AI does not document which. */
export type DeletedKey = unknown;

/** What is wrong with the request. */
export interface ValidationErrorBody {
  /** The faults, one by one. */
  detail?: ValidationError[];
}

/** One fault of the request. */
export interface ValidationError {
  /**
   * Way to the fault: `body` or `path` first, then names of members and parameters, and numbers of list
   * items or characters.
   */
  loc: (string | number)[];
  /** What is wrong, for people. */
  msg: string;
  /** What is wrong, as a code to decide by. */
  type: string;
}
