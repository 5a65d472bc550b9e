import { describe, expect, test } from "vitest";
import { withoutHtml } from "../src/emit/markdown/html.ts";
import { phrase, prose } from "../src/emit/markdown/prose.ts";

describe("HTML in a description", () => {
  test.each([
    ["<p>One.</p> <p>Two.</p>", "One.\n\nTwo."],
    ["    <div class='x'>\n      One.\n    </div>\n    Two.", "One.\n\nTwo."],
    ["Use <code>DAYS</code>, <b>not</b> <i>years</i>.", "Use `DAYS`, **not** *years*."],
    ["A <code><a href='#x'>Rule</a></code> of <tt>a &lt;b&gt; c</tt>", "A `Rule` of `a <b> c`"],
    [
      "See<a href=\"https://a.b/c?d=1&amp;e=2\" target='_blank'> the guide</a>.",
      "See [the guide](https://a.b/c?d=1\\&e=2).",
    ],
    ['See <a href="/guide">the guide</a>, <a href="javascript:alert">or not</a>.', "See the guide, or not."],
    ["<h3>Keys</h3>Of all.", "**Keys**\n\nOf all."],
    [
      "Either:<ul> <li> <p>One.</p> </li> <li>Two.</li></ul>Or none.",
      "Either:\n\n- One.\n- Two.\n\nOr none.",
    ],
    ["One,<br/>\n  two.<br>\n\nThree.", "One,<br>\ntwo.<br>\n\nThree."],
    ["One.\n\n<br>\n\nTwo.", "One.\n\nTwo."],
    ["A <span style='x'>word</span>", "A word"],
    ["<b>'so'</b>called", "'so'called"],
  ])("is what it means: %s", (text, markdown) => {
    expect(prose(text)?.markdown).toBe(markdown);
  });

  test.each([
    ["`<b>a</b>` and `<p>`", "`<b>a</b>` and `<p>`"],
    ["```html\n<p>One.</p>\n```", "```html\n<p>One.</p>\n```"],
    ["an <id> of <b>all", "an \\<id> of \\<b>all"],
    ["<script>alert(1)</script>", "\\<script>alert(1)\\</script>"],
    ['<b onclick="alert(1)">all</b>', '\\<b onclick="alert(1)">all\\</b>'],
    ['<a href="https://a.b" onclick="x">[all](javascript:alert(1))</a>', "all"],
  ])("is left alone where it means something else, or harm: %s", (text, markdown) => {
    expect(prose(text)?.markdown).toBe(markdown);
  });

  test("is one line in a table", () => {
    expect(phrase("<p>One:</p><ul><li>a</li><li>b</li></ul>")?.markdown).toBe("One:<br>• a<br>• b");
  });

  test.each(["<code>", "<b>", "<a href=", '<a href="x">', "<p", " ", "<li> ", "`", "<br>", "```\n", "</p> "])(
    "is found in no time, however much of it there is: %j",
    (piece) => {
      const start = performance.now();
      withoutHtml(`<p>${piece.repeat(300_000 / piece.length)}x`);
      expect(performance.now() - start).toBeLessThan(2000);
    },
  );
});
