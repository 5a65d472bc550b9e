import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readContract, replayCells, type BrokenCell } from "@keysmith/contract/replay";
import type { Cell } from "@keysmith/contract";
import type { CellMessage, CellsTask, Message } from "./task.ts";

/** Runs the old document's cells through the package that is laid out, against a mock of its document. */
export async function runCells(
  { folder, name, factory, only }: CellsTask,
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
  const wanted = only && new Set(only);
  const cells = before.cells.filter((cell) => wanted?.has(keyOf(cell)) ?? true);
  const broken = await replayCells({ before: { ...before, cells }, after, subject });
  tell({ kind: "cells", cells: broken.map(messageOf) });
}

function messageOf({ cell, ...what }: BrokenCell): CellMessage {
  const { operation, title, pointer } = cell;
  const place = { operation: `${operation.method} ${operation.path}`, title, pointer };
  return { key: keyOf(cell), ...place, ...what };
}

function keyOf({ operation, title }: Cell): string {
  return `${operation.id} ${title}`;
}
