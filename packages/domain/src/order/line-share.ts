import { proportion } from "../money/divide.ts";
import type { TaxMode } from "./order.ts";
import type { PricedLine } from "./order-line.ts";

/**
 * What the buyer no longer pays once so many of the line's units are gone: of each frozen amount
 * x the part x × units ÷ quantity. Taken from the units gone in sum, so that the order of steps never
 * matters and the last unit takes what is left.
 */
export const shareOfUnits = (line: PricedLine, units: number, taxMode: TaxMode): number => {
  if (units === 0) return 0;
  if (units === line.quantity) return line.total;
  const net = line.unitPrice * units - proportion(line.discount, units, line.quantity);
  switch (taxMode) {
    case "exclusive":
      return net + proportion(line.tax, units, line.quantity);
    case "inclusive":
      return net;
  }
};
