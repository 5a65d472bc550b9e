import { KeysmithError } from "./keysmith-error.ts";

/**
 * Nothing was sent: an argument, an option or a credential is missing or cannot travel.
 * The message says what was expected and never repeats a value.
 */
export class ConfigError extends KeysmithError {
  static override readonly kind: string = "ConfigError";
  declare readonly status?: undefined;
  declare readonly body?: undefined;
}
