import type { Json } from "../../read/model.ts";
import type { GeneratedFile } from "../target.ts";

/** A JSON file as npm writes it. */
export function jsonText(value: { readonly [key: string]: Json | undefined }): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

export function jsonFile(path: string, value: { readonly [key: string]: Json | undefined }): GeneratedFile {
  return { path, text: jsonText(value) };
}
