import { Command, CommanderError } from "commander";
import { pack, type ReleaseContext } from "./pack/pack.ts";
import { prove } from "./prove/prove.ts";
import { publish, type PublishOptions } from "./publish/publish.ts";
import { Refusal } from "./refusal.ts";

/** Carries out a command line and returns its exit code: 0 done, 1 refused or failed, 2 wrong use. */
export async function release(argv: readonly string[], context: ReleaseContext): Promise<number> {
  try {
    await program(context).parseAsync(argv, { from: "user" });
    return 0;
  } catch (error) {
    // Commander has said it already: 0 for --help, else a wrong argument.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof Refusal)) throw error;
    context.err(`${error.message}\n`);
    return 1;
  }
}

function program(context: ReleaseContext): Command {
  const root = new Command("release")
    .description("Makes a release whose bytes were proven before they are published.")
    .exitOverride()
    .configureOutput({ writeOut: context.out, writeErr: context.err });
  root
    .command("pack")
    .description("build and pack what the registry does not have yet into .release, and prove the tarballs")
    .action(async () => void (await pack(context)));
  root
    .command("prove")
    .description(
      "install the very tarballs in .release into an empty project, load and compile everything they export",
    )
    .action(async () => void (await prove(context)));
  root
    .command("publish")
    .description("publish the very tarballs in .release, and tag the commit")
    .option("--dry-run", "prove that they are what was packed, and publish nothing")
    .option("--otp <code>", "one-time password of two-factor authentication")
    .action(async (options: PublishOptions) => void (await publish(context, options)));
  return root;
}
