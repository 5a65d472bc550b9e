import { createContext, type Context, Script } from "node:vm";

/**
 * Whether a text matches a pattern of a document; nothing where the pattern is none, or finding out takes too long. Of the
 * patterns that people write some need longer than the universe has for some texts, and a few letters suffice for it.
 */
export function matches(pattern: string, text: string): boolean | undefined {
  try {
    // What repeats one thing at most goes through the text once for each place in it.
    if ((pattern.match(/[*+?}]/g) ?? []).length <= 1) return new RegExp(pattern, "u").test(text);
    if (patience <= 0) return undefined;
    sandbox ??= createContext({});
    Object.assign(sandbox, { pattern, text });
    return test.runInContext(sandbox, { timeout }) === true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT")
      patience--;
    return undefined;
  }
}

/** Where a script can be stopped, even in the middle of a regular expression. Made when it is needed. */
let sandbox: Context | undefined;

const test = new Script('new RegExp(pattern, "u").test(text)');

/** Milliseconds. Whatever ends at all has ended long before. */
const timeout = 100;

/** How many more patterns may be waited for: who has written that many has written them on purpose. */
let patience = 10;
