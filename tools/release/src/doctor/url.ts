/**
 * A git URL as host, owner and name, whichever way it is written: `git+https://github.com/shop/shop.git` and
 * `git@github.com:shop/shop` are both `github.com/shop/shop`. Undefined for what is none.
 */
export function repositoryOf(url: string): string | undefined {
  const scp = /^(?:[\w.-]+@)?([\w.-]+):(?!\/\/)([\w./-]+)$/u.exec(url);
  const written = scp === null ? url.replace(/^git\+/u, "") : `ssh://${scp[1]}/${scp[2]}`;
  if (!URL.canParse(written)) return undefined;
  const { hostname, pathname } = new URL(written);
  const path = pathname.replace(/^\/+|\/+$|\.git$/gu, "");
  return /^[^/]+\/[^/]/u.test(path) && hostname !== "" ? `${hostname}/${path}`.toLowerCase() : undefined;
}
