import type { Answer } from "./ask.ts";

/** Answers what this process is asked, one question after another. */
export function answer<Question, Reply>(replyTo: (question: Question) => Reply | Promise<Reply>): void {
  let last: Promise<void> | undefined;
  process.on("message", ({ number, question }: { number: number; question: Question }) => {
    const before = last;
    last = (async () => {
      await before;
      process.send?.({ number, ...(await outcome(replyTo, question)) } satisfies Answer<Reply>);
    })();
  });
}

async function outcome<Question, Reply>(
  replyTo: (question: Question) => Reply | Promise<Reply>,
  question: Question,
): Promise<{ readonly reply: Reply } | { readonly failure: string }> {
  try {
    return { reply: await replyTo(question) };
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
