import { Command, CommanderError } from "commander";
import { doctor, type DoctorOptions } from "./doctor/doctor.ts";
import { pack, type ReleaseContext } from "./pack/pack.ts";
import { prove } from "./prove/prove.ts";
import { publish, type PublishOptions } from "./publish/publish.ts";
import { Refusal } from "./refusal.ts";

/** Carries out a command line and returns its exit code: 0 done, 1 refused, failed or something missing, 2 wrong use. */
export async function release(argv: readonly string[], context: ReleaseContext): Promise<number> {
  let code = 0;
  try {
    await program(context, (ended) => (code = ended)).parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    // Commander has said it already: 0 for --help, else a wrong argument.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof Refusal)) throw error;
    context.err(`${error.message}\n`);
    return 1;
  }
}

function program(context: ReleaseContext, end: (code: number) => void): Command {
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
  root
    .command("doctor")
    .description("say what is missing before a release")
    .option("--offline", "ask no registry")
    .option("--json", "print the findings as JSON")
    .action(async (options: DoctorOptions) => end(await doctor(context, options)));
  return root;
}
