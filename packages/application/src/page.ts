/** Part of a list, asked for by position, never by number (keyset pagination). */
export interface PageRequest<Position> {
  /** 1–100. */
  readonly limit: number;
  /** Where to go on; null for the first page. */
  readonly from: Cursor<Position> | null;
}

/**
 * A page of orders ends before its limit, though never before its first order, where its orders as they are stored
 * come to more bytes than this: a hundred large ones would fill the memory of whoever reads or writes them.
 */
export const maxPageBytes = 8 * 1024 * 1024;

export interface Cursor<Position> {
  /** `after` goes forward in the list's order, `before` back; items come in the list's order either way. */
  readonly direction: "after" | "before";
  readonly position: Position;
}

export interface Page<T, Position> {
  readonly items: readonly T[];
  /** Null on the last page. */
  readonly next: Cursor<Position> | null;
  /** Null on the first page. */
  readonly prev: Cursor<Position> | null;
}
