import { LineId, type LineQuantity, limits } from "@ordo/domain";
import { z } from "zod";
import { identifier } from "../../../schemas/identifier.ts";
import { quantity } from "../../../schemas/money.ts";

export const lineQuantity = z
  .strictObject({ lineId: identifier, quantity })
  .meta({ id: "LineQuantityInput" });

/** So many units of some lines. */
export const lineQuantities = z.array(lineQuantity).min(1).max(limits.linesPerOrder);

export const toLineQuantities = (lines: z.output<typeof lineQuantities>): readonly LineQuantity[] =>
  lines.map((line) => ({ lineId: LineId(line.lineId), quantity: line.quantity }));
