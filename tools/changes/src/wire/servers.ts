import type { Api } from "@keysmith/generator";
import type { WireChange } from "../verdict/finding.ts";
import type { Level } from "../verdict/level.ts";
import { values } from "./words.ts";

type Server = Api["servers"][number];

/**
 * Where calls go. Redocly compares addresses as they are written, in any order, and nothing of their variables; who calls
 * notices where a call ends up.
 */
export function serverChanges(before: Api, after: Api): readonly WireChange[] {
  const found: WireChange[] = [];
  const report = (at: string, level: Level, rule: string, what: string, message: string): void => {
    const side = at.startsWith("before:") ? "before" : "after";
    found.push({
      level,
      rule,
      message,
      what,
      operations: [],
      place: { side, pointer: at.slice(at.indexOf("#")) },
    });
  };
  const [first, nowFirst] = [before.servers[0], after.servers[0]];
  const [from, to] = [first, nowFirst].map((server) => (server ? address(server) : ""));
  if (from !== to) {
    const message = "Calls that name no server go elsewhere.";
    report("#/servers/0", "major", "wire/default-server", `default server: ${from} → ${to}`, message);
  }
  const pairs = paired(before.servers, after.servers);
  for (const [was, is] of pairs) compareServer(was, is);
  for (const [index, server] of before.servers.entries()) {
    if (pairs.has(server)) continue;
    const what = `server ${label(server)} removed`;
    report(
      `before:#/servers/${index}`,
      "major",
      "wire/server-removed",
      what,
      "Nobody may go there any more.",
    );
  }
  const known = new Set(pairs.values());
  for (const [index, server] of after.servers.entries()) {
    if (known.has(server)) continue;
    report(
      `#/servers/${index}`,
      "minor",
      "wire/added",
      `server ${label(server)} added`,
      "One more place to call.",
    );
  }
  return found;

  function compareServer(was: Server, is: Server): void {
    const at = `#/servers/${after.servers.indexOf(is)}`;
    if (was.name !== is.name) {
      const what = `server ${label(was)}: now called ${label(is)}`;
      report(
        `${at}/x-name`,
        "patch",
        "wire/name",
        what,
        "The name does not travel: nobody on the wire knows it.",
      );
    }
    if (address(was) !== address(is) && !(was === first && is === nowFirst)) {
      const what = `server ${label(is)}: ${address(was)} → ${address(is)}`;
      report(`${at}/url`, "major", "wire/server-address", what, "Calls of those who chose it go elsewhere.");
    }
    for (const [what, level, name] of variableChanges(was, is)) {
      const pointer = is.variables.some((one) => one.name === name) ? `${at}/variables/${name}` : at;
      const rule = level === "patch" ? "wire/name" : "wire/server-variable";
      report(pointer, level, rule, `server ${label(is)}: ${what}`, "Its values are options of who calls.");
    }
  }
}

/** Servers that are one: by name, else by where they lead, else by their place. */
function paired(before: readonly Server[], after: readonly Server[]): ReadonlyMap<Server, Server> {
  const pairs = new Map<Server, Server>();
  const free = new Set(after);
  const same: readonly ((was: Server, is: Server) => boolean)[] = [
    (was, is) => was.name !== undefined && was.name === is.name,
    (was, is) => address(was) === address(is),
    (was, is) => was.name === undefined && is.name === undefined && before.indexOf(was) === after.indexOf(is),
  ];
  for (const matches of same) {
    for (const was of before) {
      const is = pairs.has(was) ? undefined : [...free].find((one) => matches(was, one));
      if (!is) continue;
      pairs.set(was, is);
      free.delete(is);
    }
  }
  return pairs;
}

function variableChanges(was: Server, is: Server): readonly (readonly [what: string, Level, name: string])[] {
  const gone = was.variables.filter(({ name }) => !is.variables.some((one) => one.name === name));
  const fresh = is.variables.filter(({ name }) => !was.variables.some((one) => one.name === name));
  const renamed = new Map(
    gone.flatMap((old) => {
      const now = fresh.find((one) => one.default === old.default && String(one.enum) === String(old.enum));
      return now && address(was) === address(is) ? [[old, now] as const] : [];
    }),
  );
  return [
    ...gone.map((old) => {
      const now = renamed.get(old);
      return now
        ? ([`variable "${old.name}" renamed to "${now.name}"`, "patch", now.name] as const)
        : ([`variable "${old.name}" removed`, "major", old.name] as const);
    }),
    ...fresh
      .filter((now) => ![...renamed.values()].includes(now))
      .map(({ name }) => [`variable "${name}" added`, "minor", name] as const),
    ...is.variables.flatMap((now) => {
      const old = was.variables.find(({ name }) => name === now.name);
      if (!old || String(old.enum) === String(now.enum)) return [];
      const lost = now.enum && (!old.enum || old.enum.some((value) => !now.enum?.includes(value)));
      return [
        [
          `variable "${now.name}": ${values(old.enum, now.enum)}`,
          lost ? "major" : "minor",
          now.name,
        ] as const,
      ];
    }),
  ];
}

/** Where a server is when nobody sets a variable. */
function address({ url, variables }: Server): string {
  return variables.reduce((text, { name, default: value }) => text.replaceAll(`{${name}}`, value), url);
}

function label({ name, url }: Server): string {
  return JSON.stringify(name ?? url);
}
