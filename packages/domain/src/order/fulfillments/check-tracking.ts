import { limits } from "../../shared/limits.ts";
import type { OrderRejection } from "../order-rejection.ts";
import type { Tracking } from "./fulfillment.ts";

export const faultInTracking = ({ trackingNumbers }: Tracking): OrderRejection | undefined => {
  const limit = limits.trackingNumbersPerFulfillment;
  return trackingNumbers.length > limit
    ? { type: "TooManyItems", path: ["trackingNumbers"], limit }
    : undefined;
};
