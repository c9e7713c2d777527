import type { Path } from "../shared/path.ts";
import type { OrderHasNoSuchItem, PricingRejection } from "./order-rejection.ts";

interface Identified {
  readonly id: string;
}

export const noSuchItem = (
  item: OrderHasNoSuchItem["item"],
  path: Path,
  id: string,
): OrderHasNoSuchItem => ({ type: "OrderHasNoSuchItem", item, path, id });

/** Is there room for `more` items on the list? */
export const noRoomIn = (
  items: readonly unknown[],
  limit: number,
  field: string,
  more = 1,
): PricingRejection | undefined =>
  items.length + more > limit ? { type: "TooManyItems", path: [field], limit } : undefined;

/** Is the id new to the list? */
export const takenId = (
  items: readonly Identified[],
  id: string,
  path: Path,
): PricingRejection | undefined =>
  items.some((item) => item.id === id) ? { type: "IdIsTaken", path, id } : undefined;
