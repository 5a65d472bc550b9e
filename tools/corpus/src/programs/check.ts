import { createRequire } from "node:module";
import { dirname } from "node:path";
import type TypeScript from "typescript";

/**
 * Checks a project whenever its parent names one, and answers with what the compiler says. Arguments: the compiler's
 * module, and the folders whose files are the same for every project, so that they are read once.
 */

const [compiler = "", ...shared] = process.argv.slice(2);
const ts = createRequire(import.meta.url)(compiler) as typeof TypeScript;

const parsed = new Map<string, TypeScript.SourceFile | undefined>();

process.on("message", (config: string) => {
  process.send?.(check(config));
});

function check(config: string): readonly string[] {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} };
  const project = ts.getParsedCommandLineOfConfigFile(config, {}, host);
  if (project === undefined) return [`${config} cannot be read`];
  const { fileNames: rootNames, options } = project;
  const program = ts.createProgram({ rootNames, options, host: sharingHost(options) });
  const found = [...project.errors, ...ts.getPreEmitDiagnostics(program)];
  const places = {
    getCurrentDirectory: () => dirname(config),
    getCanonicalFileName: String,
    getNewLine: () => "\n",
  };
  return found.map((one) => ts.formatDiagnostic(one, places).split("\n")[0] ?? "");
}

function sharingHost(options: TypeScript.CompilerOptions): TypeScript.CompilerHost {
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (path, ...rest) => {
    if (!shared.some((folder) => path.startsWith(folder))) return getSourceFile(path, ...rest);
    if (!parsed.has(path)) parsed.set(path, getSourceFile(path, ...rest));
    return parsed.get(path);
  };
  return host;
}
