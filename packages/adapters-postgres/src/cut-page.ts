import type { Cursor, Page, PageRequest } from "@ordo/application";

/**
 * Makes a page of what was read in the request's direction, one item more than its limit if there is one.
 * That one tells whether the list goes on; in the direction it came from, a cursor says that it does.
 */
export const cutPage = <T, Position>(
  read: readonly T[],
  { limit, from }: PageRequest<Position>,
  positionOf: (item: T) => Position,
): Page<T, Position> => {
  const goesOn = read.length > limit;
  const backward = from?.direction === "before";
  const items = backward ? read.slice(0, limit).reverse() : read.slice(0, limit);
  const cursor = (direction: "after" | "before", item: T | undefined): Cursor<Position> | null =>
    item === undefined ? null : { direction, position: positionOf(item) };
  return {
    items,
    next: backward || goesOn ? cursor("after", items.at(-1)) : null,
    prev: (backward ? goesOn : from !== null) ? cursor("before", items.at(0)) : null,
  };
};
