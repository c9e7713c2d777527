import { describe, expect, it } from "vitest";
import { tell, units } from "../../testing/commands.ts";
import { customLine } from "../../testing/fixtures.ts";
import { orderAfter, smallOrder } from "../../testing/history.ts";
import type { OrderCommand } from "../order-command.ts";
import { nothingToEdit } from "./nothing-to-edit.ts";

const lines = (count: number, quantity = 1) =>
  Array.from({ length: count }, (_, n) => customLine(quantity, 1, { id: `line-${n}` }));
const express = { title: "Express", amount: 1, taxRate: 0 };
const shippingLines = Array.from({ length: 20 }, () => express);
const fullOfLines = { type: "TooManyItems", path: ["lines"], limit: 500 };

const after = (...commands: readonly OrderCommand[]) => nothingToEdit(orderAfter(...commands));
const packed = (count: number) => lines(count).map(({ id }) => units(id, 1));

describe("nothingToEdit", () => {
  it("finds something while there is room for a line, whatever else", () => {
    expect(
      after(
        smallOrder({ lines: lines(499), shippingLines }),
        tell.confirm(),
        tell.fulfill(packed(499)),
      ),
    ).toBeUndefined();
  });

  it("finds something while a unit can go and another stays", () => {
    const full = smallOrder({ lines: lines(500), shippingLines });
    expect(after(full)).toBeUndefined();
    expect(after(full, tell.confirm(), tell.fulfill(packed(499)))).toBeUndefined();
    expect(after(full, tell.confirm(), tell.fulfill(packed(500)))).toEqual(fullOfLines);
    expect(after(full, tell.cancelLines(...packed(499)))).toEqual(fullOfLines);
    expect(after(full, tell.cancelLines(...packed(498)))).toBeUndefined();
  });

  it("finds something while there is room for shipping", () => {
    const full = smallOrder({ lines: lines(500), shippingLines: shippingLines.slice(1) });
    expect(after(full, tell.confirm(), tell.fulfill(packed(500)))).toBeUndefined();
  });
});
