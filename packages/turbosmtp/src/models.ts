// Generated from specs/turbosmtp.yaml by Keysmith. Edit the document, then run `pnpm generate turbosmtp`.

/** A consumer key to create. */
export interface CreateConsumerKey {
  /** Name of the pair, for people to recognise it by. */
  label?: string;
}

/** A new consumer key with its secret. */
export interface CreatedConsumerKey {
  /** The key; it also identifies the pair. */
  consumerKey?: string;
  /**
   * The secret that belongs to the key; it is not shown again. A secret: shown as `[redacted]` in logs
   * and errors.
   */
  consumerSecret?: string;
}

/** What is known of a consumer key, without its secret. */
export interface ConsumerKey {
  /** The key; it also identifies the pair. */
  consumerKey: string;
  /** Name of the pair, for people to recognise it by. */
  label: string;
  /**
   * Moment at which the pair was created, without a time zone. Matches
   * `^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$`.
   */
  creation_time: string;
}

/** All consumer keys of an account. */
export interface ConsumerKeyList {
  /** Number of consumer keys. */
  count: number;
  /** The consumer keys. */
  results: ConsumerKey[];
}

/** Confirmation that something was done. */
export interface SuccessBody {
  /** Says that it worked. */
  message?: "success";
}

/** What went wrong. */
export interface ErrorBody {
  /** Code of the error. */
  message?: string;
}

/** Why the API key was refused. */
export interface AuthorizationErrorBody {
  /**
   * Code of the error: no API key was sent, the API key is wrong or has expired, or the account is not
   * active.
   */
  message?: "missing_authorization_key" | "invalid_authorization_key" | "account_is_inactive";
}
