import type { CustomerId } from "@ordo/domain";
import { err, ok, type Result } from "neverthrow";
import { maySee } from "../access.ts";
import type { RequestContext } from "../context.ts";
import type { Buyer } from "../ports/input/place-order.ts";
import type { CustomerRepository } from "../ports/output/customer-repository.ts";
import type { UnknownReference } from "../rejection.ts";

interface Ports {
  readonly customers: CustomerRepository;
}

interface ResolvedBuyer {
  readonly customerId: CustomerId | null;
  readonly email: string;
}

/** Who the order is for. A caller acting as a customer orders for itself, whether it says so or not. */
export const resolveBuyer = async (
  ports: Ports,
  buyer: Buyer,
  context: RequestContext,
): Promise<Result<ResolvedBuyer, UnknownReference>> => {
  if (buyer.customerId !== null) return registered(ports, buyer.customerId, buyer.email, context);
  if (context.actingCustomerId !== null)
    return registered(ports, context.actingCustomerId, buyer.email, context);
  return ok({ customerId: null, email: buyer.email });
};

const registered = async (
  { customers }: Ports,
  customerId: CustomerId,
  email: string | null,
  context: RequestContext,
): Promise<Result<ResolvedBuyer, UnknownReference>> => {
  const customer = maySee(context, customerId)
    ? await customers.find(context.tenantId, customerId)
    : undefined;
  return customer
    ? ok({ customerId, email: email ?? customer.email })
    : err({ type: "UnknownCustomer", path: ["customerId"], customerId });
};
