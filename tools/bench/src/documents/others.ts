import { join } from "node:path";
import type { RegistryPackage } from "@keysmith/registry";

/**
 * openapi-typescript as everybody gets it: the generator's own is patched.
 */
export const OPENAPI_TYPESCRIPT: RegistryPackage = {
  name: "openapi-typescript",
  version: "7.13.0",
  peers: ["typescript@5.9.3"],
};

export const HEY_API: RegistryPackage = {
  name: "@hey-api/openapi-ts",
  version: "0.99.0",
  peers: ["typescript@5.9.3"],
};

/** The program that makes types with one of them: `<installed> <out> <document>...` */
export function programOf({ name }: RegistryPackage): string {
  return join(import.meta.dirname, `${name.split("/").at(-1)}.ts`);
}
