import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

export interface Registry {
  readonly origin: string;
  /** How often it was asked for anything. */
  asked(): number;
  /** Sends the archive damaged from now on, or whole again. */
  damage(damaged: boolean): void;
  close(): void;
}

/** A registry on loopback with one package, `@acme/pets` 1.0.0, made in the folder. */
export async function startRegistry(folder: string): Promise<Registry> {
  const manifest = { name: "@acme/pets", version: "1.0.0" };
  mkdirSync(join(folder, "package"));
  writeFileSync(join(folder, "package/package.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "package/pets.json"), '{ "openapi": "3.1.0" }');
  execFileSync("tar", ["-czf", "pets.tgz", "package"], { cwd: folder });
  const archive = readFileSync(join(folder, "pets.tgz"));
  const integrity = `sha512-${createHash("sha512").update(archive).digest("base64")}`;
  let count = 0;
  let damaged = false;
  const server = createServer(({ url = "" }, response) => {
    count += 1;
    if (url.endsWith(".tgz")) {
      response.end(damaged ? archive.subarray(0, -20) : archive);
      return;
    }
    const dist = { tarball: `${origin()}/pets.tgz`, integrity };
    const versions = { "1.0.0": { ...manifest, dist } };
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ name: manifest.name, "dist-tags": { latest: "1.0.0" }, versions }));
  });
  const origin = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    origin: origin(),
    asked: () => count,
    damage: (to) => {
      damaged = to;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
