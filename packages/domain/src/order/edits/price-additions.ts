import { err, type Result } from "neverthrow";
import { limits } from "../../shared/limits.ts";
import type { Path } from "../../shared/path.ts";
import { noRoomIn } from "../check-items.ts";
import type { LineInput } from "../line-input.ts";
import { freezeLines } from "../line-terms.ts";
import type { LineTerms, PricedLine } from "../order-line.ts";
import type { OrderRejection, PricingRejection } from "../order-rejection.ts";
import type { PlacedOrder } from "../order.ts";
import { price } from "../pricing.ts";

/** Prices lines that come onto a placed order; the order's discounts do not touch them. */
export const priceAdditions = (
  order: PlacedOrder,
  inputs: readonly LineInput[],
): Result<readonly PricedLine[], PricingRejection> =>
  freezeLines(inputs, order.currency).andThen((lines) => priceLines(order, lines));

export const priceLines = (
  order: PlacedOrder,
  lines: readonly LineTerms[],
): Result<readonly PricedLine[], PricingRejection> => {
  const full = noRoomIn(order.lines, limits.linesPerOrder, "lines", lines.length);
  if (full) return err(full);
  const taken = lines.findIndex(({ id }) => order.lines.some((line) => line.id === id));
  const twin = lines[taken];
  if (twin) return err({ type: "IdIsTaken", path: ["lines", taken, "id"], id: twin.id });
  return price({ lines, discounts: [], shippingLines: [] }, order.taxMode).map(
    (contents) => contents.lines,
  );
};

/** Moves a rejection to where the command has what was priced: `path` instead of the first `depth` steps. */
export const movedTo =
  (path: Path, depth: number) =>
  (rejection: PricingRejection): OrderRejection =>
    "path" in rejection
      ? { ...rejection, path: [...path, ...rejection.path.slice(depth)] }
      : rejection;
