import type { OrderId, PlaceOrder } from "@ordo/domain";
import { err, ok, type Result } from "neverthrow";
import type { RequestContext } from "../context.ts";
import type { NewOrder } from "../ports/input/place-order.ts";
import type { CustomerRepository } from "../ports/output/customer-repository.ts";
import type { IdGenerator } from "../ports/output/id-generator.ts";
import type { ProductRepository } from "../ports/output/product-repository.ts";
import type { Rejection } from "../rejection.ts";
import { resolveBuyer } from "./resolve-buyer.ts";
import { resolveLines } from "./resolve-lines.ts";

interface Ports {
  readonly customers: CustomerRepository;
  readonly products: ProductRepository;
  readonly ids: IdGenerator;
}

/** The part of a command that says what the order is to be. */
export type NewOrderParts = Pick<PlaceOrder, "terms" | "lines" | "discounts" | "shippingLines">;

/** Looks up what a new order refers to. Complete but for the order's number. */
export const prepareNewOrder = async (
  ports: Ports,
  input: NewOrder,
  context: RequestContext,
  id: OrderId,
): Promise<Result<(number: string) => NewOrderParts, Rejection>> => {
  const buyer = await resolveBuyer(ports, input.buyer, context);
  if (buyer.isErr()) return err(buyer.error);
  const lines = await resolveLines(ports, input.lines, context.tenantId);
  if (lines.isErr()) return err(lines.error);

  const { currency, taxMode, paymentTerms, channel, shippingAddress, billingAddress } = input;
  const { discounts, shippingLines, tags, note, metadata } = input;
  const terms = { currency, taxMode, paymentTerms, channel, shippingAddress, billingAddress };
  return ok((number) => ({
    terms: { id, number, ...buyer.value, ...terms, tags, note, metadata },
    lines: lines.value,
    discounts,
    shippingLines,
  }));
};
