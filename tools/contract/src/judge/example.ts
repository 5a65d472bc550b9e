import type { ResponseCell } from "../cells/cell.ts";
import type { Document } from "../document/document.ts";
import type { Finding } from "../finding.ts";
import type { Validator } from "./validator.ts";

/** Findings where the example of a cell is not what its schema says, or where that cannot be told. */
export function judgeExample(
  document: Document,
  validator: Validator,
  { operation, response, body }: ResponseCell,
): readonly Finding[] {
  if (body === undefined) return [];
  const { mediaType, kind } = body.content;
  const owner = document.follow(document.at(operation.pointer, "responses", String(response.status)));
  const schema = owner && document.at(owner.pointer, "content", mediaType, "schema");
  if (schema === undefined) {
    // Files and plain text need no schema.
    return kind === "json"
      ? [{ culprit: "spec", message: "the answer has no schema to judge its example by" }]
      : [];
  }
  const { name, value } = body.example;
  try {
    const faults = validator.faults(schema.pointer, value, { direction: "response" });
    if (faults.length === 0) return [];
    const message = `the example ${name} is not valid: ${faults.map((fault) => fault.message).join(", ")}`;
    return [{ culprit: "spec", message, got: value }];
  } catch (error) {
    return [
      {
        culprit: "spec",
        message: `the example was not checked, as its schema cannot be compiled: ${String(error)}`,
      },
    ];
  }
}
