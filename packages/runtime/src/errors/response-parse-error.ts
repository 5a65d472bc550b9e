import type { Hundred } from "./call-error.ts";
import { KeysmithError } from "./keysmith-error.ts";

/** The answer was a success that cannot be read: another content type than documented, broken JSON, a body cut off. */
export class ResponseParseError extends KeysmithError {
  static override readonly kind: string = "ResponseParseError";
  declare readonly body?: undefined;
  declare readonly status: Hundred<2>;
  declare readonly contentType: string | undefined;
  declare readonly requestId: string | undefined;
  /** The first characters of the body, secrets removed. */
  declare readonly excerpt: string;
}
