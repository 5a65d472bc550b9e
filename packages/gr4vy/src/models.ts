// Generated from specs/gr4vy.yaml by Keysmith. Edit the document, then run `pnpm generate gr4vy`.

/** A key pair that signs the tokens of API calls. */
export interface ApiKeyPair {
  /** Kind of this object. */
  type?: "api-key-pair";
  /**
   * Id of the pair, which is the JWK thumbprint of its key and the `kid` of the tokens it signs. Exactly
   * 43 characters. Matches `^[A-Za-z0-9_-]+$`.
   */
  id: string;
  /**
   * The private key as PEM text; keep it safe. Set in the answer that creates the pair, null in every
   * later one. A secret: shown as `[redacted]` in logs and errors.
   */
  private_key?: string | null;
  /** Moment at which the pair was created. Format: date-time. */
  created_at: string;
  /** Moment at which the pair was last changed. Format: date-time. */
  updated_at: string;
}

/** One page of key pairs. */
export interface ApiKeyPairPage {
  /** The pairs of this page. */
  items: ApiKeyPair[];
  /** The limit that was applied, 20 where the request named none. At least 1, at most 100. Format: int32. */
  limit?: number;
  /** Cursor of the page that follows; null on the last one. 1 to 1000 characters. */
  next_cursor?: string | null;
  /** Cursor of the page before; null on the first one. 1 to 1000 characters. */
  previous_cursor?: string | null;
}

/** What Gr4vy answers when it cannot tell who calls. */
export interface UnauthorizedErrorBody {
  /** Kind of this object. */
  type?: "error";
  /** Error code to decide by. */
  code?: "unauthorized";
  /** The HTTP status, repeated. */
  status?: 401;
  /** Error message for people. */
  message?: "No valid API authentication found";
  /** Reasons in detail, one per fault of the request; often empty. */
  details?: ErrorDetail[];
}

/** What Gr4vy answers when there is no such resource. */
export interface NotFoundErrorBody {
  /** Kind of this object. */
  type?: "error";
  /** Error code to decide by. */
  code?: "not_found";
  /** The HTTP status, repeated. */
  status?: 404;
  /** Error message for people. */
  message?: "The resource could not be found";
  /** Reasons in detail, one per fault of the request; often empty. */
  details?: ErrorDetail[];
}

/** One fault of the request. */
export interface ErrorDetail {
  /** Part of the request that is at fault. */
  location: "query" | "body" | "path" | "header";
  /** JSON pointer to the fault within the body, or the name of the parameter. */
  pointer: string;
  /** What is wrong, for people. */
  message: string;
  /** What is wrong, as a code to decide by. */
  type: string;
}
