import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readContract, replayCells } from "@keysmith/contract/replay";
import type { CellsTask, Message } from "./task.ts";

/** Runs the old document's cells through the package that is laid out, against a mock of its document. */
export async function runCells(
  { folder, name, factory }: CellsTask,
  tell: (message: Message) => void,
): Promise<void> {
  const file = (...path: readonly string[]): URL => pathToFileURL(join(folder, ...path));
  const [before, after, exports] = await Promise.all([
    readContract(file("before.yaml"), name),
    readContract(file("packages", name, "openapi.yaml"), name),
    import(file("packages", name, "src/index.ts").href) as Promise<object>,
  ]);
  const client: unknown = Reflect.get(exports, factory);
  if (typeof client !== "function") throw new Error(`the package exports no ${factory}`);
  const make = (options: never): object => Object(Reflect.apply(client, undefined, [options]));
  const subject = { spec: file("packages", name, "openapi.yaml"), name, client: make, package: exports };
  const broken = await replayCells({ before, after, subject });
  tell({
    kind: "cells",
    cells: broken.map(({ cell, ...what }) => ({
      operation: `${cell.operation.method} ${cell.operation.path}`,
      title: cell.title,
      pointer: cell.pointer,
      ...what,
    })),
  });
}
