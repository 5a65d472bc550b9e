import type { PaginationDefinition } from "@keysmith/runtime";
import type { Variant } from "./variant.ts";

/** Where pages are, each member left out and changed. */
export function paginationVariants(
  pagination: PaginationDefinition,
): readonly Variant<PaginationDefinition>[] {
  const { items } = pagination;
  const moved: Variant<PaginationDefinition> = [
    "with other items",
    { ...pagination, items: `${items}/other` },
  ];
  switch (pagination.style) {
    case "link":
      return [moved];
    case "cursor":
      return [
        moved,
        ["by another parameter", { ...pagination, parameter: `${pagination.parameter}X` }],
        ["with another next", { ...pagination, next: `${pagination.next}/other` }],
        ["counted instead", { style: "page", parameter: pagination.parameter, items }],
      ];
    case "page":
    case "offset": {
      const { parameter, first = 0, limit, defaultLimit, total } = pagination;
      const bare = { style: pagination.style, parameter, first, items };
      const sizes = {
        ...(limit !== undefined && { limit }),
        ...(defaultLimit !== undefined && { defaultLimit }),
      };
      const sum = total === undefined ? {} : { total };
      return [
        moved,
        ["by another parameter", { ...pagination, parameter: `${parameter}X` }],
        ["counting otherwise", { ...pagination, style: pagination.style === "page" ? "offset" : "page" }],
        ["with another first", { ...pagination, first: first + 1 }],
        ...(total === undefined
          ? []
          : [
              ["without total", { ...bare, ...sizes }] as const,
              ["with another total", { ...pagination, total: `${total}/other` }] as const,
            ]),
        ...(limit === undefined
          ? []
          : [["with another limit", { ...pagination, limit: `${limit}X` }] as const]),
        ...(defaultLimit === undefined
          ? []
          : [
              ["with a smaller defaultLimit", { ...pagination, defaultLimit: 1 }] as const,
              ["without sizes", { ...bare, ...sum }] as const,
            ]),
      ];
    }
    default:
      throw new TypeError(`unknown style of paging: ${String(pagination satisfies never)}`);
  }
}
