import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Document, parseDocument } from "yaml";
import { findBody, type RequestBody } from "./request-body.ts";

/** A change of one provider's document, as a person makes it, and what has to come of it. */
export interface SpecEdit {
  /** From the root of the repository. */
  readonly spec: string;
  readonly kind: "breaking" | "additive";
  /** What the changelog must name. */
  readonly named: readonly [operation: string, property: string];
  /** Makes the change in the document's file. */
  apply(): void;
}

/** A person who is told of it: programs that send the body without the property do not compile any more. */
const REQUIRED = { name: "purpose", description: "What it will be used for.", value: "Rehearsals" };
/** Whoever does not know of it goes on as before. */
const OPTIONAL = { name: "note", description: "For people to read.", value: "Made in a rehearsal" };

/**
 * Plans one edit that breaks the programs of a provider's users, and one of another provider that does not. Providers come
 * and go, so those are taken that can be edited.
 *
 * @param specs - Documents, from the root of the repository.
 * @throws Error when there are no two of them.
 */
export function planEdits(repository: string, specs: readonly string[]): readonly [SpecEdit, SpecEdit] {
  const editable = specs.flatMap((spec) => {
    const file = join(repository, spec);
    const body = findBody(readFileSync(file, "utf8"));
    return body === undefined ? [] : [{ spec, file, body }];
  });
  const [one, other] = editable;
  if (one === undefined || other === undefined)
    throw new Error(
      `A rehearsal edits two documents, each with an operation that takes JSON of a schema only it uses. Expected two of ${specs.join(", ")}, found ${editable.length}.`,
    );
  return [
    {
      spec: one.spec,
      kind: "breaking",
      named: [one.body.operation, REQUIRED.name],
      apply: () => edit(one.file, (document) => demand(document, one.body)),
    },
    {
      spec: other.spec,
      kind: "additive",
      named: [other.body.operation, OPTIONAL.name],
      apply: () => edit(other.file, (document) => allow(document, other.body)),
    },
  ];
}

function edit(file: string, change: (document: Document) => void): void {
  const document = parseDocument(readFileSync(file, "utf8"));
  change(document);
  writeFileSync(file, document.toString({ lineWidth: 120 }));
}

/** A further property that every body must have, the examples included. */
function demand(document: Document, { schema, content, examples }: RequestBody): void {
  const { name, description, value } = REQUIRED;
  addProperty(document, schema, { name, description });
  if (document.hasIn([...schema, "required"])) document.addIn([...schema, "required"], name);
  else document.setIn([...schema, "required"], document.createNode([name]));
  for (const example of examples.keys())
    document.setIn([...content, "examples", example, "value", name], value);
}

/** A further property that a body may have, and an example that has it. */
function allow(document: Document, { schema, content, examples }: RequestBody): void {
  const { name, description, value } = OPTIONAL;
  addProperty(document, schema, { name, description });
  const [first] = examples.values();
  const noted = document.createNode({ summary: "With a note", value: { ...first, [name]: value } });
  document.setIn([...content, "examples", "noted"], noted);
}

function addProperty(
  document: Document,
  schema: readonly string[],
  { name, description }: { readonly name: string; readonly description: string },
): void {
  document.setIn([...schema, "properties", name], document.createNode({ type: "string", description }));
}
