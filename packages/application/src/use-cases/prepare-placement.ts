import type { OrderId, PlaceOrder } from "@ordo/domain";
import { err, ok, type Result } from "neverthrow";
import type { RequestContext } from "../context.ts";
import type { PlaceOrderInput } from "../ports/input/place-order.ts";
import type { Clock } from "../ports/output/clock.ts";
import type { CustomerRepository } from "../ports/output/customer-repository.ts";
import type { IdGenerator } from "../ports/output/id-generator.ts";
import type { ProductRepository } from "../ports/output/product-repository.ts";
import type { Rejection } from "../rejection.ts";
import { customerMayNotPlace } from "./customer-may-not-place.ts";
import { resolveBuyer } from "./resolve-buyer.ts";
import { resolveLines } from "./resolve-lines.ts";

interface Ports {
  readonly customers: CustomerRepository;
  readonly products: ProductRepository;
  readonly clock: Clock;
  readonly ids: IdGenerator;
}

/** Turns the input into a command, complete but for the order number: looks up what it refers to. */
export const preparePlacement = async (
  ports: Ports,
  input: PlaceOrderInput,
  context: RequestContext,
  id: OrderId,
): Promise<Result<(number: string) => PlaceOrder, Rejection>> => {
  const forbidden = context.actingCustomerId === null ? undefined : customerMayNotPlace(input);
  if (forbidden) return err(forbidden);

  const buyer = await resolveBuyer(ports, input.buyer, context);
  if (buyer.isErr()) return err(buyer.error);
  const lines = await resolveLines(ports, input.lines, context.tenantId);
  if (lines.isErr()) return err(lines.error);

  const at = ports.clock.now();
  const { currency, taxMode, paymentTerms, channel, shippingAddress, billingAddress } = input;
  const { discounts, shippingLines, expectedTotal, tags, note, metadata } = input;
  const terms = { currency, taxMode, paymentTerms, channel, shippingAddress, billingAddress };
  return ok((number) => ({
    type: "place",
    at,
    actor: context.actor,
    terms: { id, number, ...buyer.value, ...terms, tags, note, metadata },
    lines: lines.value,
    discounts,
    shippingLines,
    expectedTotal,
  }));
};
