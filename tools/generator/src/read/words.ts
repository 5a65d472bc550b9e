/*
 * Words of a document as identifiers and as names of files, whatever script they are in. Which name is whose is for
 * `names.ts` to say.
 */

/** `GET /users/{userId}/api_keys` -> `get users by userId api_keys`. */
export function pathWords(method: string, path: string): string {
  const words = path.replaceAll(/\{([^{}]*)\}/g, (_, name: string) => ` by ${upperFirst(name)} `);
  return `${method.toLowerCase()} ${wordsOf(words).length === 0 ? "root" : words}`;
}

/** `list-api_keys` -> `listApiKeys`; `APIKeys` -> `apiKeys`; `GET_ALL` -> `getAll`. */
export function camelCase(text: string): string {
  const [first, ...rest] = wordsOf(text);
  return first === undefined ? "" : identifier(lowerFirst(first) + rest.map(upperFirst).join(""));
}

/** `api_key` -> `ApiKey`; `Page«User»` -> `PageUser`; `HTTPError` stays. */
export function pascalCase(text: string): string {
  const words = wordsOf(text);
  return words.length === 0 ? "" : identifier(words.map(upperFirst).join(""));
}

/**
 * `API Keys` and `ApiKeys` -> `api-keys`. Letters of any script stay: they are what the tag is called. By way of
 * capitals, because some disks take `ß` for `ss`; no longer than any disk's names, in whatever script.
 */
export function slug(text: string): string {
  return wordsOf(text.replaceAll(/(?<=\p{Ll}|\d)(?=\p{Lu})/gu, " "))
    .join("-")
    .toUpperCase()
    .toLowerCase()
    .slice(0, longestSlug)
    .replace(/-$/, "");
}

/** Runs of characters that identifiers may hold, in any script. Shouting (`GET_ALL`) is lowered, acronyms are not. */
function wordsOf(text: string): readonly string[] {
  const words =
    text
      .slice(0, longestText)
      .normalize("NFC")
      .replaceAll(unsettled, " ")
      .match(/(?:(?!\p{Pc})\p{ID_Continue})+/gu) ?? [];
  const shouting = words.length > 1 && !/\p{Ll}/u.test(text);
  return shouting ? words.map((word) => word.toLowerCase()) : words;
}

export function upperFirst(word: string): string {
  const [first = ""] = word;
  return first.toUpperCase() + word.slice(first.length);
}

/** A capital, or all but the last of several: `ListKeys` -> `listKeys`, `APIKeys` -> `apiKeys`. */
function lowerFirst(word: string): string {
  const [head = ""] = /^\p{Lu}+(?=\p{Lu}\p{Ll})|^\p{Lu}+/u.exec(word) ?? [];
  return head.toLowerCase() + word.slice(head.length);
}

export function identifier(name: string): string {
  const short = name.slice(0, longestIdentifier);
  return /^\p{ID_Start}/u.test(short) ? short : `_${short}`;
}

/** Names longer than these are nobody's: what differs only further on is told apart by number. */
const longestText = 2000;
const longestIdentifier = 200;
/** With three bytes to a character, a number and an extension still a file name. */
const longestSlug = 80;

/**
 * What Unicode lets into identifiers and names cannot have: characters nobody sees (two names would look the same), and
 * those that compilers and engines in use do not know yet: beyond the basic plane, and additions of Unicode 16 and later.
 */
const unsettled =
  /\p{Default_Ignorable_Code_Point}|[\u{10000}-\u{10ffff}]|[\u088f\u0c5c\u0cdc\u1c89\u1c8a\ua7cb-\ua7dc\ua7f1]|\u0897|[\u1acf-\u1add]|[\u1ae0-\u1aeb]/gu;
