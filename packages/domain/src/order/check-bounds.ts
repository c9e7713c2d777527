import type { Path } from "../shared/path.ts";
import type { PricingRejection } from "./order-rejection.ts";

type Fault = PricingRejection | undefined;

export const tooMany = (items: readonly unknown[], limit: number, path: Path): Fault =>
  items.length > limit ? { type: "TooManyItems", path, limit } : undefined;

export const tooLong = (text: string | null | undefined, limit: number, path: Path): Fault =>
  (text?.length ?? 0) > limit ? { type: "TextIsTooLong", path, limit } : undefined;

export const first = (faults: readonly Fault[]): Fault =>
  faults.find((fault) => fault !== undefined);
