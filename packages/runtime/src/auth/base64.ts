/** Base64 of a text's UTF-8 bytes; `btoa` alone refuses everything outside Latin-1. */
export function base64(text: string): string {
  return btoa(String.fromCodePoint(...new TextEncoder().encode(text)));
}
