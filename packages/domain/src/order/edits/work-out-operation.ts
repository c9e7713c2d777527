import { err, ok, type Result } from "neverthrow";
import type { LineId } from "../../shared/ids.ts";
import type { Path } from "../../shared/path.ts";
import { noSuchItem } from "../check-items.ts";
import { isCount } from "../check-quantities.ts";
import type { OrderLine, PricedLine } from "../order-line.ts";
import type { OrderRejection } from "../order-rejection.ts";
import type { PlacedOrder } from "../order.ts";
import { price } from "../pricing.ts";
import { activeUnits, unfulfilledUnits } from "../units.ts";
import type { EditChanges, EditOperation } from "./edit.ts";
import { movedTo, priceAdditions, priceLines } from "./price-additions.ts";

export type Additions = Pick<EditChanges, "addedLines" | "addedShippingLines" | "canceledLines">;
type WorkedOut = Result<Additions, OrderRejection>;

/** The changes with one more operation worked out. */
export const workOutOperation = (
  order: PlacedOrder,
  changes: Additions,
  operation: EditOperation,
  index: number,
): WorkedOut => {
  const path = ["operations", index];
  switch (operation.type) {
    case "add_line":
      return priceAdditions(order, [operation.line])
        .mapErr(movedTo([...path, "line"], 2))
        .andThen((lines) => addLines(changes, lines, [...path, "line", "id"]));
    case "add_shipping_line":
      return price(
        { lines: [], discounts: [], shippingLines: [operation.shippingLine] },
        order.taxMode,
      )
        .map(({ shippingLines }) => ({
          ...changes,
          addedShippingLines: [...changes.addedShippingLines, ...shippingLines],
        }))
        .mapErr(movedTo([...path, "shippingLine"], 2));
    case "remove_line":
      return lineFor(order, operation.lineId, path).andThen((line) =>
        cancelUnits(changes, line, activeUnits(line), [...path, "lineId"]),
      );
    case "set_quantity":
      return lineFor(order, operation.lineId, path).andThen((line) =>
        setQuantity(order, changes, line, operation, path),
      );
  }
};

const lineFor = (
  order: PlacedOrder,
  lineId: LineId,
  path: Path,
): Result<OrderLine, OrderRejection> => {
  const line = order.lines.find(({ id }) => id === lineId);
  return line ? ok(line) : err(noSuchItem("line", [...path, "lineId"], lineId));
};

const setQuantity = (
  order: PlacedOrder,
  changes: Additions,
  line: OrderLine,
  { quantity, newLineId }: { readonly quantity: number; readonly newLineId: LineId },
  path: Path,
): WorkedOut => {
  if (!isCount(quantity))
    return err({ type: "QuantityMustBeAPositiveInteger", path: [...path, "quantity"] });
  const more = quantity - activeUnits(line);
  if (more <= 0) return cancelUnits(changes, line, -more, [...path, "quantity"]);
  const { productId, tracked, sku, title, unitPrice, taxRate } = line;
  const terms = { productId, tracked, sku, title, unitPrice, taxRate };
  return priceLines(order, [{ ...terms, id: newLineId, quantity: more }])
    .mapErr(movedTo(path, 2))
    .andThen((lines) => addLines(changes, lines, [...path, "newLineId"]));
};

const addLines = (changes: Additions, lines: readonly PricedLine[], path: Path): WorkedOut => {
  const twin = lines.find(({ id }) => changes.addedLines.some((line) => line.id === id));
  return twin
    ? err({ type: "IdIsTaken", path, id: twin.id })
    : ok({ ...changes, addedLines: [...changes.addedLines, ...lines] });
};

const cancelUnits = (
  changes: Additions,
  line: OrderLine,
  quantity: number,
  path: Path,
): WorkedOut => {
  const { id: lineId } = line;
  if (changes.canceledLines.some((canceled) => canceled.lineId === lineId))
    return err({ type: "LineIsNamedTwice", path, lineId });
  const left = unfulfilledUnits(line);
  if (quantity > left)
    return err({ type: "QuantityExceedsWhatIsLeft", path, lineId, requested: quantity, left });
  return ok(
    quantity === 0
      ? changes
      : { ...changes, canceledLines: [...changes.canceledLines, { lineId, quantity }] },
  );
};
