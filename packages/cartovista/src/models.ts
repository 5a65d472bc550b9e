// Generated from specs/cartovista.yaml by Keysmith. Edit the document, then run `pnpm generate cartovista`.

/** An access key and what guards it. */
export interface AccessKey {
  /**
   * Names the key in other calls, and is the credential to send as `apiKey`. Format: uuid. A secret:
   * shown as `[redacted]` in logs and errors.
   */
  accessKey?: string;
  /** The key as text. A secret: shown as `[redacted]` in logs and errors. */
  accessKeyString?: string;
  /**
   * Secret of the key, or what stands in its place. Do not rely on it: later releases of CartoVista
   * leave it out. A secret: shown as `[redacted]` in logs and errors.
   */
  secretKey?: string;
  /** Mode of an access key. CartoVista does not document what 0 and 1 stand for. Format: int32. */
  mode?: AccessKeyMode;
  /** Whether the key can be used. */
  enabled?: boolean;
  /** Identifier of the user who owns the key. Format: uuid. */
  userId?: string;
  /** Identifier of the tenant. Format: uuid. */
  tenantId?: string;
  /** Moment at which the key was created. Format: date-time. */
  creationTime?: string;
  /**
   * Moment at which the key was last used with success; null or absent when it never was. Format:
   * date-time.
   */
  lastUsedTime?: string | null;
  /** IP addresses that may use the key. Empty when the key is not restricted to addresses. */
  ipWhitelisting?: string[];
  /** Free text, for example on what the key is for. */
  notes?: string;
}

/** Mode of an access key. CartoVista does not document what 0 and 1 stand for. Format: int32. */
export type AccessKeyMode = 0 | 1;

/** An access key to create. */
export interface CreateAccessKey {
  /** IP addresses that may use the key, as seen from the internet, one per item. */
  ipWhitelisting?: string[];
  /** Free text, for example on what the key is for. */
  notes?: string;
}

/** All settings of an access key that can be changed, and the key they belong to. */
export interface UpdateAccessKey {
  /** The key to change. Format: uuid. A secret: shown as `[redacted]` in logs and errors. */
  accessKey: string;
  /** Whether the key can be used. */
  enabled: boolean;
  /** IP addresses that may use the key, in place of the former ones. An empty list lifts the restriction. */
  ipWhitelisting: string[];
  /** Free text in place of the former. An empty text erases it. */
  notes: string;
}

/** Secret of an access key in plain text; keep it safe. */
export type SecretKey = string;
