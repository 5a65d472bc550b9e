import type { Operation } from "@keysmith/generator";
import type { Drift } from "../drift.ts";
import { shapeOf } from "../secrets/describe.ts";
import { type Judge, partOf } from "./judge.ts";
import { walk } from "./walk.ts";

/** Forms of moments, versions and the like that were met, by the schema of the text. */
export type Forms = Map<string, Set<string>>;

/** Remembers the form of a text that is mostly digits: another form is another meaning to whoever parses it. */
export function noteForm(forms: Forms, schema: string, text: string): void {
  const shape = shapeOf(text);
  if (shape === undefined || !/^[9TZ:+./ -]*9[9TZ:+./ -]*$/.test(shape) || !/[^9]/.test(shape)) return;
  const known = forms.get(schema) ?? new Set();
  forms.set(schema, known.add(shape));
}

/** Notes on texts that the server writes in a form that no example of the document has. */
export function judgeForms(judge: Judge, operations: readonly Operation[]): readonly Drift[] {
  const shown = formsOfExamples(judge, operations);
  return [...judge.forms].flatMap(([pointer, met]): readonly Drift[] => {
    const examples = shown.get(pointer);
    const others = [...met].filter((form) => examples?.has(form) === false);
    if (examples === undefined || others.length === 0) return [];
    return [
      {
        kind: "example",
        severity: "note",
        message: `the server writes ${others.join(" and ")}, the examples ${[...examples].join(" and ")}`,
        pointer,
        change: "show in the examples what is really answered",
      },
    ];
  });
}

function formsOfExamples(judge: Judge, operations: readonly Operation[]): Forms {
  const forms: Forms = new Map();
  for (const { pointer, responses } of operations) {
    for (const { status, contents } of responses) {
      for (const { mediaType, examples } of contents) {
        const schema = partOf(judge, pointer, "responses", String(status), "content", mediaType, "schema");
        if (schema === undefined) continue;
        for (const { value } of examples)
          walk(judge.document, schema, value, { text: (at, text) => noteForm(forms, at, text) });
      }
    }
  }
  return forms;
}
