import { registerHooks } from "node:module";
import type { validate } from "@actions/languageservice";
import { TextDocument } from "vscode-languageserver-textdocument";

/** The package is published for bundlers: it imports JSON without saying so, which Node.js asks for. */
async function languageService(): Promise<{ readonly validate: typeof validate }> {
  const hooks = registerHooks({
    load: (url, context, next) =>
      next(url, url.endsWith(".json") ? { ...context, importAttributes: { type: "json" } } : context),
  });
  try {
    return await import("@actions/languageservice");
  } finally {
    hooks.deregister();
  }
}

/** What GitHub's own language service has to say about a workflow, with the line. */
export async function problemsOf(file: string, text: string): Promise<readonly string[]> {
  const service = await languageService();
  const found = await service.validate(TextDocument.create(`file:///${file}`, "yaml", 1, text));
  return found.map(({ range, message }) => `${file}:${range.start.line + 1}: ${message}`);
}
