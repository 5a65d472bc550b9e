import type { ReleaseContext } from "../pack/pack.ts";
import { RELEASE_FOLDER } from "../pack/plan.ts";
import { Refusal } from "../refusal.ts";
import { registryOf, withToken } from "../registry.ts";
import { show } from "../run.ts";
import { confirmPublished } from "./confirm.ts";
import { verifyRelease } from "./verify.ts";

/** Settings of `release:publish`. */
export interface PublishOptions {
  /** Says what would be published, and publishes nothing. */
  readonly dryRun?: boolean | undefined;
  /** One-time password of two-factor authentication. */
  readonly otp?: string | undefined;
}

/**
 * `pnpm release:publish`: publishes the tarballs that `release:pack` proved, byte by byte, and tags the commit. Then asks
 * the registry whether it has the same bytes. Run again after a failure halfway, it publishes the rest.
 *
 * @throws Refusal when something is not what was proven, or publishing fails.
 */
export async function publish(context: ReleaseContext, { dryRun, otp }: PublishOptions = {}): Promise<void> {
  const { root } = context;
  const { tarballs } = await verifyRelease(context);
  const registry = await registryOf(
    root,
    context.environment,
    tarballs.map(({ name }) => name),
  );
  for (const { name, version, integrity } of tarballs) context.out(`${name}@${version} ${integrity}\n`);
  if (tarballs.length === 0) {
    context.out("Nothing to publish: when it was packed, the registry had every version already.\n");
    return;
  }
  context.out(`${dryRun ? "Would be published" : "Publishing"} to ${registry.url}\n`);
  if (dryRun) return;
  const { environment, forget } = withToken(registry);
  try {
    const args = ["publish", "--from-pack-dir", RELEASE_FOLDER, ...(otp === undefined ? [] : ["--otp", otp])];
    if ((await show("changeset", args, { cwd: root, environment })) !== 0)
      throw new Refusal(
        "Not everything was published: the lines above say why. Once that is mended, release:publish publishes the rest.",
      );
    await confirmPublished(context, environment, tarballs);
  } finally {
    forget();
  }
}
