export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** Not turned away for the moment. */
export function isFinal(status: number): boolean {
  return status !== 429 && status < 500;
}
