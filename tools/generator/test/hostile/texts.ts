/** What text may try, by what it tries to end, to begin or to hide. None of it is blank, and none of it is harmless. */
export const fragments: readonly string[] = [
  // Comments.
  "*/ evil(); /*",
  "*\u2028/",
  "*\\/",
  "**//",
  "/*",
  "// @ts-ignore",
  "@ts-expect-error",
  "\n@ts-nocheck\n",
  "\n/// <reference path='evil' />\n",
  "\n@deprecated\n@internal",
  "{@link evil}",
  "<!-- --> -->",
  // Literals.
  '"; evil(); "',
  "'; evil(); '",
  "`; evil(); `",
  "${evil()}",
  "\\",
  '\\"',
  "\\u0022",
  "]; evil(); [",
  "}; evil(); {",
  "); evil(); (",
  // Lines.
  "\nevil();\n",
  "\revil();",
  "\u2028evil();",
  "\u2029evil();",
  "\u0085evil();",
  "\u000bevil();",
  "\u000cevil();",
  // What nobody sees.
  "\0",
  "\u001b[31m",
  "\ud800",
  "\udc00\ud800",
  "\u202eevil\u2066",
  "\u200b\u2060\ufeff",
  "\u00ad\u3164",
  // Markup.
  "</script><script>evil()</script>",
  "<img src=x onerror=evil()>",
  "[a](javascript:evil())",
  "![a](data:text/html,evil)",
  "[a]: javascript:evil()",
  "<javascript:evil()>",
  "```\n# heading\n```",
  "| a | b |",
  "\n\n# heading\n\nheading\n===\n",
  "&lt;b&gt;&#106;avascript:",
  // Names.
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "prototype",
  // Paths and patterns.
  "../../../../etc/passwd",
  "C:\\con.txt",
  "%2e%2e%2f",
  "(a+)+$",
  "globalThis.evil = 1",
  "evil()",
];

/** The same of any length, with nothing in it. */
export const harmless = "plain words";

/** Everything at once, for places that are tried together. */
export const cocktail = fragments.join(" ");
