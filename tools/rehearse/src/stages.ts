import ora from "ora";
import colors from "picocolors";

/** A stage of the rehearsal that failed. */
export class StageError extends Error {
  override readonly name = "StageError";

  readonly stage: string;

  constructor(stage: string, cause: unknown) {
    super(`${stage}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.stage = stage;
  }
}

/** What a stage may say about itself, behind its name. */
export type Work<Result> = (note: (text: string) => void) => Promise<Result>;

/** Runs the stages one after the other, and shows each with its time. */
export interface Stages {
  /** @throws StageError around what the work throws. */
  run<Result>(name: string, work: Work<Result>): Promise<Result>;
  /** A line between the stages. */
  say(text: string): void;
}

/**
 * @param terminal - Whether somebody watches: what runs turns. Else each stage is one line, once it is over.
 */
export function createStages(out: NodeJS.WritableStream, terminal: boolean): Stages {
  return {
    async run(name, work) {
      const begin = performance.now();
      const spinner = terminal ? ora({ text: name, stream: out }).start() : undefined;
      const notes: string[] = [];
      const end = (mark: string): void => {
        spinner?.stop();
        const seconds = ((performance.now() - begin) / 1000).toFixed(1).padStart(5);
        out.write(
          `${mark} ${colors.dim(`${seconds} s`)}  ${name}${notes.map((note) => colors.dim(`, ${note}`)).join("")}\n`,
        );
      };
      try {
        const result = await work((text) => notes.push(text));
        end(colors.green("✓"));
        return result;
      } catch (error) {
        end(colors.red("✗"));
        throw new StageError(name, error);
      }
    },
    say: (text) => void out.write(`${text}\n`),
  };
}
