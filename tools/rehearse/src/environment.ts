import { delimiter } from "node:path";
import type { Place } from "./place.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** What a script runner tells the scripts it runs about itself: a command of its own must not believe it. */
const OF_THE_RUNNER =
  /^(npm_(?!config_)|pnpm_(?!config_|home$)|init_cwd$|node_path$|color$|(npm|pnpm)_config_(user_agent|local_prefix|verify_deps_before_run)$)/i;

/** What is built in a rehearsal is for nobody else. */
const OF_A_SHARED_CACHE = /^turbo_(api|team|teamid|token|remote_cache_.*)$/i;

/** With any of these a package could be published for real. */
const OF_A_PUBLISHER =
  /^(npm_token|node_auth_token|github_token|actions_id_token_request_.*|(npm|pnpm)_config_(.*registry|.*_auth.*|otp|provenance|userconfig|npmrc_auth_file))$/i;

/**
 * The environment of every command: as on the machine, registry, proxy and certificates included, but without what the
 * script runner added, and with all that is kept between commands in the place that is removed at the end.
 */
export function commandEnvironment(place: Place, from: Environment = process.env): Environment {
  return {
    ...without(from, /^(npm_config_cache|path|force_color)$/i, OF_THE_RUNNER, OF_A_SHARED_CACHE),
    // The tools of this repository are not those of its clone.
    PATH: (from["PATH"] ?? "")
      .split(delimiter)
      .filter((folder) => !folder.includes("node_modules"))
      .join(delimiter),
    TMPDIR: place.temporary,
    npm_config_cache: place.cache,
    npm_config_update_notifier: "false",
    NO_COLOR: "1",
    TURBO_TELEMETRY_DISABLED: "1",
  };
}

/** The environment of what looks at the registry or writes to it: it knows no registry but ours, and no credential. */
export function releaseEnvironment(place: Place, from: Environment = process.env): Environment {
  return {
    ...without(commandEnvironment(place, from), OF_A_PUBLISHER),
    npm_config_userconfig: place.npmrc,
    npm_config_provenance: "false",
  };
}

/** The environment of whoever installs our packages: they come from our registry, all others from where they always do. */
export function userEnvironment(place: Place, from: Environment = process.env): Environment {
  return {
    ...without(commandEnvironment(place, from), /^(npm|pnpm)_config_userconfig$/i),
    npm_config_userconfig: place.usersNpmrc,
  };
}

/** On the Node.js that runs this, whatever the machine's own is. */
export function withNode(environment: Environment, folder: string): Environment {
  return { ...environment, PATH: [folder, environment["PATH"] ?? ""].join(delimiter) };
}

function without(environment: Environment, ...patterns: readonly RegExp[]): Environment {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !patterns.some((pattern) => pattern.test(name))),
  );
}
