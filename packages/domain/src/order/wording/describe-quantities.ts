import type { QuantityRejection } from "../order-rejection.ts";
import { at } from "./phrases.ts";

export const describeQuantities = (r: QuantityRejection): string => {
  switch (r.type) {
    case "AtLeastOneLineIsNeeded":
      return `${at(r.path)} must have at least one line.`;
    case "LineIsNamedTwice":
      return `${at(r.path)} names line ${r.lineId} a second time.`;
    case "QuantityExceedsWhatIsLeft":
      return `${at(r.path)} is ${r.requested}, but only ${r.left} of line ${r.lineId} are left for it.`;
  }
};
