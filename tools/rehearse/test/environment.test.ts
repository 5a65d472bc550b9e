import { delimiter } from "node:path";
import { expect, test } from "vitest";
import { commandEnvironment, releaseEnvironment, userEnvironment, withNode } from "../src/environment.ts";

const place = {
  folder: "/place",
  repository: "/place/repository",
  origin: "/place/origin.git",
  registry: "/place/registry",
  npmrc: "/place/npmrc",
  usersNpmrc: "/place/npmrc-of-users",
  cache: "/place/npm-cache",
  temporary: "/place/tmp",
};

const machine = {
  HOME: "/home/somebody",
  HTTPS_PROXY: "http://proxy:3128",
  NODE_EXTRA_CA_CERTS: "/etc/certificates.pem",
  npm_config_registry: "https://mirror.example/",
  npm_config_userconfig: "/home/somebody/.npmrc",
  PATH: ["/repository/node_modules/.bin", "/usr/bin"].join(delimiter),
};
const runner = {
  INIT_CWD: "/repository",
  NODE_PATH: "/repository/node_modules",
  npm_lifecycle_event: "rehearse",
  npm_package_name: "keysmith",
  npm_config_user_agent: "pnpm/12",
  pnpm_config_verify_deps_before_run: "false",
  PNPM_PACKAGE_NAME: "keysmith",
};
const cache = { TURBO_API: "https://cache.example/", TURBO_TEAM: "keysmith", TURBO_TOKEN: "secret" };
const secrets = {
  NPM_TOKEN: "secret",
  NODE_AUTH_TOKEN: "secret",
  ACTIONS_ID_TOKEN_REQUEST_URL: "https://token.example/",
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: "secret",
  "npm_config_//mirror.example/:_authToken": "secret",
  "npm_config_@keysmith:registry": "https://elsewhere.example/",
  pnpm_config_registry: "https://elsewhere.example/",
  NPM_CONFIG_PROVENANCE: "true",
  NPM_CONFIG_USERCONFIG: "/home/somebody/.npmrc",
};

test("a command has what the machine is set up with, nothing of the script runner, and no shared cache", () => {
  const environment = commandEnvironment(place, { ...machine, ...runner, ...cache });
  expect(environment).toMatchObject({ ...machine, PATH: "/usr/bin" });
  for (const name of Object.keys({ ...runner, ...cache })) expect(environment).not.toHaveProperty(name);
});

test("what a command keeps, it keeps in the place", () => {
  const environment = commandEnvironment(place, {
    ...machine,
    NPM_CONFIG_CACHE: "/home/somebody/.npm",
    TMPDIR: "/tmp",
  });
  expect(environment).toMatchObject({ TMPDIR: "/place/tmp", npm_config_cache: "/place/npm-cache" });
  expect(environment).not.toHaveProperty("NPM_CONFIG_CACHE");
});

test("a release knows one configuration file, no other registry and no credential", () => {
  const environment = releaseEnvironment(place, { ...machine, ...runner, ...secrets });
  expect(JSON.stringify(environment)).not.toMatch(/secret|elsewhere|mirror|token\.example|somebody\/\.npmrc/);
  expect(environment).toMatchObject({
    npm_config_userconfig: "/place/npmrc",
    npm_config_provenance: "false",
  });
  expect(environment).not.toHaveProperty("NPM_CONFIG_PROVENANCE");
  expect(environment).toMatchObject({ HTTPS_PROXY: "http://proxy:3128", PATH: "/usr/bin" });
});

test("users have the machine's configuration by way of a file of ours", () => {
  const environment = userEnvironment(place, { ...machine, NPM_CONFIG_USERCONFIG: "/home/somebody/.npmrc" });
  expect(environment).toMatchObject({
    ...machine,
    PATH: "/usr/bin",
    npm_config_userconfig: "/place/npmrc-of-users",
  });
  expect(environment).not.toHaveProperty("NPM_CONFIG_USERCONFIG");
});

test("a Node.js of one's own comes first", () => {
  expect(withNode({ PATH: "/usr/bin" }, "/node/bin")).toEqual({
    PATH: ["/node/bin", "/usr/bin"].join(delimiter),
  });
});
