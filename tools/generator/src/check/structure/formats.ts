/** The formats that the official schemas name, as far as a mistake in them would hurt somebody. */
export const formats: Readonly<Record<string, RegExp>> = {
  // What no URI holds unescaped; braces pass, since templates stand in such places.
  "uri-reference": /^[^\s<>"\\^`|]*$/,
  uri: /^[a-z][a-z\d+.-]*:[^\s<>"\\^`|]*$/i,
  email: /^[^\s@]+@[^\s@]+$/,
  "media-range": /^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+(\s*;\s*[\w!#$&^.+*-]+=("[^"]*"|[\w!#$&^.+*/-]+))*\s*;?$/,
};

/** What each of them is, for people. */
export const formatNames: ReadonlyMap<string, string> = new Map([
  ["uri-reference", "a URL or a relative reference"],
  ["uri", "a URL"],
  ["email", "an e-mail address"],
  ["media-range", "a media type such as `application/json`"],
]);
