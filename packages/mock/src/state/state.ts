import type { JsonObject } from "../document/json.ts";
import { PARSED, type Source } from "../document/source.ts";
import { quality } from "../engine/accept.ts";
import type { AnyReply } from "../engine/reply.ts";
import { SpecError } from "../errors.ts";
import { declaredResources } from "./declare.ts";
import { inferredResources } from "./infer.ts";
import type { MockResource } from "./mock-resource.ts";
import { modelOf, type Model } from "./model.ts";
import { operationsOf } from "./operations.ts";
import type { Resource, Role } from "./resource.ts";
import { createValidate } from "./validate.ts";
import { perform } from "./session.ts";
import { trial } from "./trial.ts";
import { seed, type World } from "./world.ts";

/** A valid request to one operation. */
export interface StateRequest {
  /** `operationId`, or method and path: `GET /keys/{id}`. */
  readonly operation: string;
  /** Decoded. */
  readonly path: ReadonlyMap<string, string>;
  readonly query: URLSearchParams;
  /** Names in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  /** Parsed when it is JSON, else text; undefined when there is none. */
  readonly body: unknown;
}

/** What of a document has state. */
export interface State {
  /** The resources that were understood, for people to check. */
  readonly resources: readonly MockResource[];
  /** A world of its own, as the examples show it. */
  session(): Session;
}

export interface Session {
  /** Undefined: the operation has no state, or nothing to say; the normal example is the answer. */
  answer(request: StateRequest): AnyReply | undefined;
}

export interface StateOptions {
  /** How messages call the document. Default `document`. */
  readonly source?: Source;
  /** Clock for the times of new records. Default: the real one, so that an application can tell old keys from new. */
  readonly now?: () => Date;
}

/**
 * Finds the resources of a document: those that `x-mock-resource` declares, and for other operations those that the paths
 * make plain. Throws {@link SpecError} with every place where `x-mock-resource` is wrong.
 */
export function createState(document: JsonObject, options: StateOptions = {}): State {
  const { source = PARSED, now = () => new Date() } = options;
  const operations = operationsOf(document);
  const declared = declaredResources(document, operations);
  if (declared.problems.length > 0) throw new SpecError(source, declared.problems);
  const inferred = inferredResources(document, operations);
  const validate = createValidate(document);
  const known = declared.resources.map((resource) => modelOf(document, validate, resource));
  const problems = known.flatMap((model) => trial(model));
  if (problems.length > 0) throw new SpecError(source, problems);
  // Nobody asked for these: one that does not work out, or where there never is a record, is no resource.
  const guessed = inferred
    .map((resource) => modelOf(document, validate, resource))
    .filter(
      (model) =>
        trial(model).length === 0 && (model.create !== undefined || seed(model, now).items.length > 0),
    );
  return {
    resources: [
      ...known.map(({ resource }) => understood(resource, false)),
      ...guessed.map(({ resource }) => understood(resource, true)),
    ],
    session: () => createSession([...known, ...guessed], now),
  };
}

/** What people are told of a resource. */
function understood({ name, roles }: Resource, inferred: boolean): MockResource {
  const operations = roles.map(({ operation, action }) => ({ operation: operation.name, action }));
  return { name, inferred, operations };
}

function createSession(models: readonly Model[], now: () => Date): Session {
  const parts = new Map<string, { readonly world: World; readonly role: Role }>();
  for (const model of models) {
    const world = seed(model, now);
    for (const role of model.resource.roles) parts.set(role.operation.name, { world, role });
  }
  return {
    answer: (request) => {
      const part = parts.get(request.operation);
      if (part === undefined) return undefined;
      const { mediaType } = part.role.operation.success ?? {};
      // The answer has other media types too, and it is one of those that is wanted.
      const isWanted = mediaType === undefined || quality(request.headers.get("accept"), mediaType) > 0;
      return isWanted ? perform(part.world, part.role, request) : undefined;
    },
  };
}
