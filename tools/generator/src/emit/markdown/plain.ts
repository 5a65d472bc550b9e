/**
 * Whether a text is Markdown that means the same in any place and is written as it would be printed: paragraphs of
 * words, code spans, strong words and links to the web. Most descriptions are, and parsing them would take most of the
 * time it takes to print a page.
 */
export function isPlain(text: string): boolean {
  return text.split("\n\n").every((paragraph) => paragraph.split("\n").every(isPlainLine));
}

/**
 * The pieces of a text, each of which means by itself what it means there. A plain paragraph ends whatever stands above
 * it; what goes on across paragraphs, and what refers to others, keeps the text whole.
 */
export function pieces(text: string): readonly string[] {
  if (/```|~~~|<|\]:/.test(text)) return [text];
  const found: string[] = [];
  let open: string[] = [];
  const close = (): void => {
    if (open.length > 0) found.push(open.join("\n\n"));
    open = [];
  };
  for (const paragraph of text.split(/\n(?:[ \t]*\n)+/)) {
    if (!isPlain(paragraph)) open.push(paragraph);
    else {
      close();
      found.push(paragraph);
    }
  }
  close();
  return found;
}

const words = String.raw`[A-Za-z0-9 ,.;:'"()/%=?{}’–—-]|!(?!\[)|(?<=[A-Za-z0-9])_(?=[A-Za-z0-9])`;
const codeSpan = String.raw`${"`"}[^${"`"}|\\\n]+${"`"}`;
const label = String.raw`[A-Za-z](?:[A-Za-z0-9 ,.;'/%-]|(?<=[A-Za-z0-9])_(?=[A-Za-z0-9]))*`;
const link = String.raw`\[${label}\]\(https?://[A-Za-z0-9./#?=%-]+\)`;
const strong = String.raw`(?<=^|[ ("'])\*\*[A-Za-z](?:[A-Za-z0-9 ,;'/-]*[A-Za-z0-9])?[.:]?\*\*(?=[ .,:;)]|$)`;
/** Begins like a sentence: not as a list, a quotation or a heading does. */
const line = new RegExp(
  String.raw`^(?=[A-Za-z[${"`"}"'(]|\*\*)(?:${words}|${codeSpan}|${link}|${strong})*(?<! )$`,
);
/** Bare addresses, which are printed in angle brackets. */
const bareAddress = /(?<!\]\(https?):\/\/|www\./;

function isPlainLine(text: string): boolean {
  return line.test(text) && !bareAddress.test(text);
}
