import { KeysmithError, type ErrorOrigin } from "./keysmith-error.ts";
import type { SuccessStatus } from "./status.ts";

/** The answer was a success that cannot be read: another content type than documented, broken JSON, a body cut off. */
export class ResponseParseError extends KeysmithError {
  static override readonly kind: string = "ResponseParseError";
  declare readonly body?: undefined;
  readonly status: SuccessStatus;
  readonly contentType: string | undefined;
  readonly requestId: string | undefined;
  /** The first characters of the body, secrets removed. */
  readonly excerpt: string;

  constructor(
    message: string,
    origin: ErrorOrigin & {
      readonly status: number;
      readonly contentType: string | undefined;
      readonly requestId: string | undefined;
      readonly excerpt: string;
    },
  ) {
    super(message, origin);
    this.status = origin.status as SuccessStatus;
    this.contentType = origin.contentType;
    this.requestId = origin.requestId;
    this.excerpt = origin.excerpt;
  }
}
