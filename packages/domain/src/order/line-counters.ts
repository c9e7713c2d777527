import type { OrderLine, PricedLine } from "./order-line.ts";

/** A line as it comes onto the order: none of its units has moved. */
export const withCounters = (line: PricedLine): OrderLine => ({
  ...line,
  canceled: 0,
  fulfilled: 0,
  shipped: 0,
  delivered: 0,
  returnRequested: 0,
  returned: 0,
  writtenOff: 0,
});
