import { describe, expect, it } from "vitest";
import { cart, preview, report, tell, withoutGiftWrap } from "./checkout-and-support.ts";

describe("the example", () => {
  it("previews a cart, or says why it cannot be had", () => {
    expect(preview(cart())).toBe("You pay 4645 EUR");
    expect(preview({ ...cart(), lines: [] })).toBe("The order needs at least one line.");
    expect(preview({ ...cart(), expectedTotal: 4600 })).toBe(
      "The total is 4645, not the expected 4600.",
    );
  });

  it("reports an order to support", () => {
    const lines = report(tell(tell([], cart()), withoutGiftWrap));
    expect(lines).toContain("A-1001 is pending, unpaid, unfulfilled");
    expect(lines).toContain("-375  canceled");
    expect(lines).toContain("can cancel");
    expect(lines).toContain(
      "cannot confirm: Payments cover 0 of 4270; authorize or record the rest first.",
    );
    expect(report([])).toEqual(["no such order"]);
  });
});
