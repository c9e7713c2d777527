import { describe, expect, it } from "vitest";
import { receipt, tell, units } from "../testing/commands.ts";
import { contractExample } from "../testing/fixtures.ts";
import { confirmed, delivered, orderAfter, paid, smallOrder } from "../testing/history.ts";
import { explain } from "./explain.ts";

describe("explain", () => {
  it("derives the total in steps that sum to it", () => {
    const { result, steps } = explain(orderAfter(contractExample()), "total");
    expect(result).toBe(4645);
    expect(steps).toEqual([
      { label: "subtotal of the lines", amount: 4348 },
      { label: "discounts", amount: -935 },
      { label: "shipping", amount: 490 },
      { label: "tax", amount: 742 },
      { label: "canceled", amount: 0 },
      { label: "returned", amount: 0 },
      { label: "credit lines", amount: 0 },
    ]);
  });

  it("counts what was canceled, returned and credited", () => {
    const order = orderAfter(
      ...delivered,
      tell.requestReturn([units("line-1", 1)]),
      tell.approve(),
      tell.receive([receipt("line-1", 1)]),
      tell.credit(200),
    );
    const { result, steps } = explain(order, "total");
    expect(result).toBe(1300);
    expect(steps).toContainEqual({ label: "returned", amount: -1000 });
    expect(steps).toContainEqual({ label: "credit lines", amount: -200 });
  });

  it("does not add the tax that inclusive prices contain", () => {
    const inclusive = contractExample();
    const order = orderAfter({
      ...inclusive,
      terms: { ...inclusive.terms, taxMode: "inclusive" },
      expectedTotal: null,
    });
    const { result, steps } = explain(order, "total");
    expect(result).toBe(3903);
    expect(steps.map(({ label }) => label)).not.toContain("tax");
    expect(steps.reduce((sum, { amount }) => sum + amount, 0)).toBe(result);
  });

  it("derives the balance", () => {
    const order = orderAfter(...paid, tell.credit(700), tell.refund(200), tell.settle(3));
    expect(explain(order, "balance")).toEqual({
      subject: "balance",
      result: -500,
      steps: [
        { label: "what the order costs now", amount: 1800 },
        { label: "captured", amount: -2500 },
        { label: "refunded", amount: 200 },
      ],
    });
  });

  it("shows the facts and the rules tried until one held", () => {
    expect(explain(orderAfter(smallOrder(), tell.record(1000)), "paymentStatus")).toEqual({
      subject: "paymentStatus",
      result: "partially_paid",
      facts: [
        { label: "authorized", amount: 0 },
        { label: "net", amount: 1000 },
        { label: "total", amount: 2500 },
      ],
      tried: [
        { status: "overpaid", condition: "net > total" },
        { status: "not_required", condition: "total = 0" },
        { status: "paid", condition: "net = total" },
        { status: "partially_paid", condition: "net > 0" },
      ],
    });
    expect(explain(orderAfter(...delivered), "fulfillmentStatus")).toMatchObject({
      result: "delivered",
      facts: [{ amount: 3 }, { amount: 3 }, { amount: 3 }, { amount: 3 }],
      tried: [{ condition: "active = 0" }, { condition: "delivered = active" }],
    });
  });

  it("counts units of every stage by name", () => {
    const order = orderAfter(
      ...confirmed,
      tell.fulfill([units("line-1", 2)]),
      tell.ship(),
      tell.fulfill([units("line-2", 1)], "fulfillment-2"),
    );
    const partly = explain(order, "fulfillmentStatus");
    expect(partly.result).toBe("partially_shipped");
    expect(partly.facts).toEqual([
      { label: "active", amount: 3 },
      { label: "fulfilled", amount: 3 },
      { label: "shipped", amount: 2 },
      { label: "delivered", amount: 0 },
    ]);
    expect(partly.tried.map(({ condition }) => condition)).toEqual([
      "active = 0",
      "delivered = active",
      "delivered > 0",
      "shipped = active",
      "shipped > 0",
    ]);
  });

  it("ends with the status of an order that met no rule", () => {
    expect(explain(orderAfter(smallOrder()), "paymentStatus").tried.at(-1)).toEqual({
      status: "unpaid",
      condition: "else",
    });
    expect(explain(orderAfter(smallOrder()), "fulfillmentStatus").tried.at(-1)).toEqual({
      status: "unfulfilled",
      condition: "else",
    });
  });
});
