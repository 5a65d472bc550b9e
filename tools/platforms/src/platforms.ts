import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { RegistryPackage } from "@keysmith/registry";
import { script, worker } from "./glue.ts";
import { SECRET } from "./scenario/check.ts";
import { KEY_VARIABLE } from "./scenario/keys.ts";
import { workerdConfig } from "./workerd.ts";

/** What a platform is started with. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** Where a platform works. */
export interface Setting {
  /** Folder of the package it comes from; empty for the Node.js that runs this. */
  readonly installed: string;
  readonly origin: string;
  /** Holds `scenario.js` and the platform's own files. */
  readonly folder: string;
}

export interface Platform {
  /** As it is called on the command line and in reports. */
  readonly name: string;
  /** Absent: the Node.js that runs this. */
  readonly from?: RegistryPackage;
  /** Files it needs beside the bundle. */
  readonly files: (origin: string) => Readonly<Record<string, string>>;
  readonly command: (setting: Setting) => Command;
  /** Runs a script, which has to end by itself; whatever else is still there after its report is ended. */
  readonly runsScripts: boolean;
  /** Checks that cannot hold here, and why; they are run all the same. */
  readonly limits: Readonly<Record<string, string>>;
}

const environment = { [KEY_VARIABLE]: SECRET };
const noEnvironment = { "key from the environment": "there is no environment" };
const noLocation = "a browser does not say where a redirect leads";

export const platforms: readonly Platform[] = [
  scriptPlatform("node20", { name: "node", version: "20.19.0" }, (installed) => join(installed, "bin/node")),
  scriptPlatform("node24", undefined, () => process.execPath),
  scriptPlatform("bun", { name: "bun", version: "1.4.5" }, (installed) => join(installed, "bin/bun.exe")),
  scriptPlatform("deno", { name: "deno", version: "2.9.6" }, (installed) => join(installed, "deno"), [
    "run",
    "--no-prompt",
    "--allow-net=127.0.0.1",
    `--allow-env=${KEY_VARIABLE}`,
  ]),
  workerdPlatform("workerd", [], noEnvironment),
  workerdPlatform("workerd-node", ["nodejs_compat"], {}),
  {
    name: "browser",
    from: { name: "@sparticuz/chromium", version: "153.0.0", os: "linux" },
    files: () => ({}),
    command: ({ installed, origin, folder }) => ({
      file: unpackChromium(installed),
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        // Without it the browser ends as soon as the page is loaded.
        "--remote-debugging-port=0",
        "--enable-logging=stderr",
        `--user-data-dir=${join(folder, "profile")}`,
        `${origin}/page`,
      ],
    }),
    runsScripts: false,
    limits: {
      ...noEnvironment,
      "redirect within the origin": noLocation,
      "redirect followed without the key": noLocation,
      "stream as a body": "browsers stream bodies over HTTP/2 only",
    },
  },
];

function scriptPlatform(
  name: string,
  from: RegistryPackage | undefined,
  file: (installed: string) => string,
  args: readonly string[] = [],
): Platform {
  return {
    name,
    ...(from && { from }),
    files: (origin) => ({ "main.mjs": script(origin, name) }),
    command: ({ installed, folder }) => ({
      file: file(installed),
      args: [...args, join(folder, "main.mjs")],
      env: environment,
    }),
    runsScripts: true,
    limits: {},
  };
}

function workerdPlatform(
  name: string,
  flags: readonly string[],
  limits: Readonly<Record<string, string>>,
): Platform {
  return {
    name,
    from: { name: "workerd", version: "1.20261117.1" },
    files: (origin) => ({
      "main.js": worker(origin, name),
      "config.capnp": workerdConfig(flags, environment),
    }),
    command: ({ installed, folder }) => ({
      file: join(installed, "bin/workerd"),
      args: ["test", join(folder, "config.capnp")],
    }),
    runsScripts: false,
    limits,
  };
}

/** The package holds the browser compressed, and unpacks it into the folder for temporary files: its own, here. */
function unpackChromium(installed: string): string {
  const code = `import chromium from "@sparticuz/chromium"; console.log(await chromium.executablePath());`;
  const output = execFileSync(process.execPath, ["--input-type=module", "--eval", code], {
    cwd: installed,
    env: { ...process.env, TMPDIR: installed },
    encoding: "utf8",
  });
  return output.trim();
}
