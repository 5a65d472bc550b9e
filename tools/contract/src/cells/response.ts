import type { Operation, Response } from "@keysmith/generator";
import type { Arguments, Cell } from "./cell.ts";
import type { Locate } from "./cells.ts";

/** One cell per documented status, media type and named example; a status without body is one cell too. */
export function responseCells(operation: Operation, args: Arguments, locate: Locate): readonly Cell[] {
  return operation.responses.flatMap((response) => {
    const code = forcedCode(operation, response.status);
    const title = String(response.status);
    const pointer = locate("responses", title);
    if (code === undefined) {
      const reason = "no final answer can have this status";
      return [
        {
          kind: "uncheckable",
          operation,
          title,
          pointer,
          reason,
          limit: "tools",
          instead: "response",
        } as const,
      ];
    }
    const common = { kind: "response", operation, response, code, args } as const;
    if (response.contents.length === 0)
      return [{ ...common, title: `${title} without body`, pointer, body: undefined }];
    return response.contents.flatMap((content): readonly Cell[] => {
      const place = `${title} ${content.mediaType}`;
      const here = locate("responses", title, "content", content.mediaType);
      if (content.examples.length === 0) {
        const reason = "the answer has no example";
        return [
          {
            kind: "uncheckable",
            operation,
            title: place,
            pointer: here,
            reason,
            limit: "document",
            instead: "response",
          },
        ];
      }
      return content.examples.map((example) => ({
        ...common,
        title: `${place} ${example.name}`,
        pointer: here,
        body: { content, example },
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
