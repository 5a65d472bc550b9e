import type { Json } from "@keysmith/generator";
import type { Bench } from "../bench.ts";
import type { Cell } from "../cells/cell.ts";
import { schemaOfParameter } from "../cells/negative.ts";
import type { Finding } from "../finding.ts";

/**
 * Findings where the arguments of a cell, which are made of the document's examples, are not what its own schemas allow.
 * Who refuses them is right, and so nothing that is sent with them proves anything.
 */
export function judgeArguments(bench: Bench, cell: Cell): readonly Finding[] {
  // A refusal has them broken on purpose.
  if (!("args" in cell) || cell.kind === "refusal") return [];
  const { operation, args } = cell;
  const { document } = bench;
  const findings = operation.parameters.flatMap((parameter) => {
    const schema = schemaOfParameter({ document, operation }, parameter);
    const where = `${parameter.in} ${parameter.name}`;
    // As on the wire: the text "1" is a number too.
    return judged(
      bench,
      where,
      schema?.pointer,
      args.get(parameter.argument),
      parameter.mediaType === undefined,
    );
  });
  const content = ("content" in cell ? cell.content : undefined) ?? operation.body?.contents[0];
  if (content?.kind !== "json") return findings;
  const owner = document.follow(document.at(operation.pointer, "requestBody"));
  const schema = owner && document.at(owner.pointer, "content", content.mediaType, "schema");
  return [...findings, ...judged(bench, "body", schema?.pointer, args.get("body"), false)];
}

function judged(
  { validator }: Bench,
  where: string,
  pointer: string | undefined,
  value: Json | undefined,
  text: boolean,
): readonly Finding[] {
  if (pointer === undefined || value === undefined) return [];
  return validator.faults(pointer, value, { direction: "request", text }).map(({ message }) => ({
    culprit: "spec",
    message: `the document's own value for ${where} breaks its schema: ${message}`,
    got: value,
  }));
}
