import type { DraftOrderCommand, PlaceDraft, UpdateDraft } from "../order/order-command.ts";
import { clerk, later, noon, placeOrder, product } from "./fixtures.ts";

export const draftOrder = (overrides: Parameters<typeof placeOrder>[0] = {}): DraftOrderCommand => {
  const { terms, lines, discounts, shippingLines } = placeOrder(overrides);
  return { type: "draft", at: noon, actor: clerk, terms, lines, discounts, shippingLines };
};

export const updateDraft = (overrides: Parameters<typeof placeOrder>[0] = {}): UpdateDraft => {
  const { terms: given, lines, discounts, shippingLines } = placeOrder(overrides);
  const { id: _, number: __, currency: ___, ...terms } = given;
  return { type: "updateDraft", at: later, actor: clerk, terms, lines, discounts, shippingLines };
};

export const placeDraft = (overrides: Partial<PlaceDraft> = {}): PlaceDraft => ({
  type: "placeDraft",
  at: later,
  actor: clerk,
  products: [product()],
  expectedTotal: null,
  ...overrides,
});
