import type { Type } from "./model.ts";

/** `x-pagination`, defined in `specs/README.md`. Parameters are named by argument, places in the answer by JSON pointer. */
export type Pagination =
  | {
      readonly style: "page" | "offset";
      /** Argument that holds the page number or the offset. */
      readonly parameter: string;
      /** Number of the first page (0 or 1); 0 for offsets. */
      readonly first: number;
      /** Argument that holds the page size, and the size used when it is left out. */
      readonly limit: string | undefined;
      readonly defaultLimit: number | undefined;
      readonly items: string;
      /** Where the answer says how many items there are in all. */
      readonly total: string | undefined;
      readonly item: Type;
    }
  | {
      readonly style: "cursor";
      readonly parameter: string;
      readonly items: string;
      /** Where the answer names the next cursor; absent, null or empty there means the end. */
      readonly next: string;
      readonly item: Type;
    }
  | { readonly style: "link"; readonly items: string; readonly item: Type };
