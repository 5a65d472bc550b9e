import type { Operation, Response } from "@keysmith/generator";
import type { Arguments, Cell } from "./cell.ts";

/** One cell per documented status, media type and named example; a status without body is one cell too. */
export function responseCells(operation: Operation, args: Arguments): readonly Cell[] {
  return operation.responses.flatMap((response) => {
    const code = forcedCode(operation, response.status);
    const title = String(response.status);
    if (code === undefined) {
      return [
        { kind: "uncheckable", operation, title, reason: "no final answer can have this status" } as const,
      ];
    }
    if (response.contents.length === 0)
      return [
        {
          kind: "response",
          operation,
          title: `${title} without body`,
          response,
          code,
          body: undefined,
          args,
        } as const,
      ];
    return response.contents.flatMap((content): readonly Cell[] => {
      const place = `${title} ${content.mediaType}`;
      if (content.examples.length === 0)
        return [{ kind: "uncheckable", operation, title: place, reason: "the answer has no example" }];
      return content.examples.map((example) => ({
        kind: "response",
        operation,
        title: `${place} ${example.name}`,
        response,
        code,
        body: { content, example },
        args,
      }));
    });
  });
}

/** A number to ask for: a range stands for its first status that is not documented by itself, `default` for a server error. */
export function forcedCode(operation: Operation, status: Response["status"]): number | undefined {
  if (typeof status === "number") return status < 200 ? undefined : status;
  if (status === "1XX") return undefined;
  const documented = new Set(operation.responses.map((response) => response.status));
  const first = status === "default" ? 500 : Number(status[0]) * 100;
  for (let code = first; code < first + 100; code++) if (!documented.has(code)) return code;
  return undefined;
}

export function isSuccess(code: number): boolean {
  return code >= 200 && code < 300;
}
