import type { Cursor, Page, PageRequest } from "../../page.ts";

/** Which of two positions comes first: negative for the first, 0 when they are the same. */
export type Comparison<Position> = (a: Position, b: Position) => number;

/** Cuts the page out of a whole list that is in order already. */
export const cut = <T, Position>(
  list: readonly T[],
  { limit, from }: PageRequest<Position>,
  positionOf: (item: T) => Position,
  compare: Comparison<Position>,
): Page<T, Position> => {
  const before = (position: Position): number =>
    list.filter((item) => compare(positionOf(item), position) < 0).length;
  const upTo = (position: Position): number =>
    list.filter((item) => compare(positionOf(item), position) <= 0).length;

  const end =
    from?.direction === "before"
      ? before(from.position)
      : (from === null ? 0 : upTo(from.position)) + limit;
  const start = Math.max(0, end - limit);
  const items = list.slice(start, end);
  const cursor = (direction: "after" | "before", item: T | undefined): Cursor<Position> | null =>
    item === undefined ? null : { direction, position: positionOf(item) };
  return {
    items,
    next: end < list.length ? cursor("after", items.at(-1)) : null,
    prev: start > 0 ? cursor("before", items.at(0)) : null,
  };
};
