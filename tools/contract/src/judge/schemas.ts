import type { Json, JsonObject } from "@keysmith/generator";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { ResponseCell } from "../cells/cell.ts";
import type { Finding } from "../finding.ts";
import { modernise } from "./openapi30.ts";

/** Judges examples by the document's own schemas, with another validator than the mock's. */
export interface Schemas {
  /** Findings where the example of a cell is not what its schema says, or where that cannot be told. */
  example(cell: ResponseCell): readonly Finding[];
}

export function createSchemas(document: JsonObject): Schemas {
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
  formats.default(ajv);
  const modern = String(document["openapi"]).startsWith("3.0") ? modernise : (value: Json): Json => value;

  const validator = (schema: Json): ValidateFunction => {
    if (typeof schema !== "object" || schema === null) return ajv.compile(schema === true);
    // References of the document start at its root.
    const { paths = {}, components = {} } = document;
    return ajv.compile(Object(modern({ ...schema, paths, components })));
  };

  return {
    example: ({ operation, response, body }) => {
      if (body === undefined) return [];
      const { mediaType, kind } = body.content;
      const keys = [
        ...keysOf(operation.pointer),
        "responses",
        String(response.status),
        "content",
        mediaType,
        "schema",
      ];
      const schema = resolve(document, keys);
      if (schema === undefined) {
        // Files and plain text need no schema.
        return kind === "json"
          ? [{ culprit: "spec", message: "the answer has no schema to judge its example by" }]
          : [];
      }
      try {
        const validate = validator(schema);
        if (validate(body.example.value)) return [];
        const errors = ajv.errorsText(validate.errors ?? null, { dataVar: "example" });
        return [
          {
            culprit: "spec",
            message: `the example ${body.example.name} is not valid: ${errors}`,
            got: body.example.value,
          },
        ];
      } catch (error) {
        return [
          {
            culprit: "spec",
            message: `the example was not checked, as its schema cannot be compiled: ${String(error)}`,
          },
        ];
      }
    },
  };
}

/** The value at a path; references on the way are followed. */
function resolve(document: JsonObject, keys: readonly string[]): Json | undefined {
  let value: Json | undefined = document;
  for (const key of keys) {
    value = step(follow(document, value), key);
    if (value === undefined) return undefined;
  }
  return value;
}

function follow(document: JsonObject, value: Json | undefined): Json | undefined {
  let found = value;
  for (let hops = 0; hops < 32; hops++) {
    const reference = step(found, "$ref");
    if (typeof reference !== "string") return found;
    found = keysOf(reference).reduce<Json | undefined>((target, key) => step(target, key), document);
  }
  return undefined;
}

function step(value: Json | undefined, key: string): Json | undefined {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  const member: Json | undefined = Reflect.get(value, key);
  return member;
}

function keysOf(pointer: string): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((key) => decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~"));
}
