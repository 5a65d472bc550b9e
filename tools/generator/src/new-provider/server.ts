import { UsageError } from "../order.ts";

/**
 * The address of an API, as a document says it: without a slash at the end.
 *
 * @returns `undefined` where none was given.
 * @throws {UsageError} It is none that keys may be sent to, or that the linter accepts.
 */
export function readServer(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.parse(text);
  const wrong = (why: string): UsageError =>
    new UsageError(`--server: expected an address such as https://api.acme.dev/v1, found "${text}": ${why}.`);
  if (/[{}]/.test(text))
    throw wrong("variables of an address need a default and a description; write them into the document");
  if (url === null) throw wrong("it is no URL");
  if (url.protocol !== "https:") throw wrong("keys are sent to https: only");
  if (url.username !== "" || url.password !== "") throw wrong("a document is no place for a password");
  if (url.search !== "" || url.hash !== "") throw wrong("it ends before ? and #");
  if (/(?:^|\.)example\.com$|^localhost$|^127\./.test(url.hostname))
    throw wrong("nobody's API is there, and `lint:specs` says so; leave it out for an invented one");
  return url.href.replace(/\/+$/, "");
}
