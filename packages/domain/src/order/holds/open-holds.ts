import type { Order } from "../order.ts";
import type { OrderRejection } from "../order-rejection.ts";
import type { Hold } from "./hold.ts";

export const isOpenHold = ({ releasedAt }: Hold): boolean => releasedAt === null;

export const orderIsOnHold = ({ holds }: Order): OrderRejection | undefined => {
  const open = holds.filter(isOpenHold);
  return open.length === 0
    ? undefined
    : { type: "OrderIsOnHold", holdIds: open.map(({ id }) => id) };
};
