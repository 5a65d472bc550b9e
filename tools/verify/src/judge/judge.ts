import { type Document, openDocument, type Spot } from "@keysmith/contract/document";
import { createValidator, type Validator } from "@keysmith/contract/validator";
import type { Operation, Response, Source } from "@keysmith/generator";
import type { Forms } from "./forms.ts";
import type { Secrets } from "../secrets/secrets.ts";

/** What judges know: the document, and what must not be shown. */
export interface Judge {
  readonly document: Document;
  readonly validator: Validator;
  readonly secrets: Secrets;
  readonly sightings: Sightings;
  readonly forms: Forms;
}

/** Properties of objects that were answered, by the schema that describes the object. */
export type Sightings = Map<string, Set<string>>;

export function createJudge(source: Source, secrets: Secrets): Judge {
  const document = openDocument(source.document);
  return { document, secrets, validator: createValidator(document), sightings: new Map(), forms: new Map() };
}

/** What the document says of an answer with this status. */
export function responseOf({ responses }: Operation, status: number): Response | undefined {
  const range = `${Math.floor(status / 100)}XX`;
  return (
    responses.find((response) => response.status === status) ??
    responses.find((response) => response.status === range) ??
    responses.find((response) => response.status === "default")
  );
}

/** A part of the document, below a pointer and behind references. */
export function partOf({ document }: Judge, pointer: string, ...keys: readonly string[]): Spot | undefined {
  return document.follow(document.at(pointer, ...keys));
}
