import type { Path } from "../shared/path.ts";
import type { PricingRejection } from "./order-rejection.ts";

type Fault = PricingRejection | undefined;

export const tooMany = (items: readonly unknown[], limit: number, path: Path): Fault =>
  items.length > limit ? { type: "TooManyItems", path, limit } : undefined;

export const tooLong = (text: string | null | undefined, limit: number, path: Path): Fault =>
  isLonger(text ?? "", limit) ? { type: "TextIsTooLong", path, limit } : undefined;

export const first = (faults: readonly Fault[]): Fault =>
  faults.find((fault) => fault !== undefined);

/** In code points, as JSON Schema and PostgreSQL count: an emoji is one character. */
const isLonger = (text: string, limit: number): boolean =>
  text.length > limit && Array.from(text).length > limit;
