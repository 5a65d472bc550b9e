export { installPackage } from "./install.ts";
export { type RegistryPackage } from "./package.ts";
export { unpackPackage } from "./unpack.ts";
