import type { Order, OrderEvent } from "@ordo/domain";
import { err, type Result } from "neverthrow";
import { mayTouch } from "../access.ts";
import type { WriteContext } from "../context.ts";
import type { OrderOutcome } from "../outcome.ts";
import type { CommandOrder, OrderTarget } from "../ports/input/order-command.ts";
import type { Clock } from "../ports/output/clock.ts";
import type { IdGenerator } from "../ports/output/id-generator.ts";
import type { OrderRepository } from "../ports/output/order-repository.ts";
import type { PaymentGateway } from "../ports/output/payment-gateway.ts";
import type { ProductRepository } from "../ports/output/product-repository.ts";
import type { Rejection } from "../rejection.ts";
import type { CustomerPermission } from "./customer-permission.ts";
import { dryRun } from "./dry-run.ts";
import { staleAgainst } from "./expected-version.ts";
import { decideOn, type Given, type Prepared } from "./order-command.ts";
import { carryOut } from "./payments/carry-out.ts";

/** What telling an order something needs from the outside. */
export interface CommandPorts {
  readonly orders: OrderRepository;
  readonly products: ProductRepository;
  readonly payments: PaymentGateway;
  readonly clock: Clock;
  readonly ids: IdGenerator;
}

/** What is particular to one use case. */
export interface OrderCommandPlan<Input extends OrderTarget> {
  readonly customers: CustomerPermission<NoInfer<Input>>;
  /**
   * Makes the command, and looks up what it refers to. A refusal is recorded under the key, as one of
   * the order is.
   */
  readonly prepare: (
    input: Input,
    given: Given,
    context: WriteContext,
  ) => Prepared | Promise<Prepared>;
}

// A draft's lines may change between looking up their products and deciding.
const ATTEMPTS = 3;
const isFinal = ({ type }: Rejection): boolean => type !== "ProductIsNotGiven";

/**
 * The one way in which an existing order is told something: prepare, then inside the write check access
 * and version and decide; then carry out at the providers what payment operations that opened.
 */
export const makeOrderCommand =
  <Input extends OrderTarget>(
    ports: CommandPorts,
    plan: OrderCommandPlan<Input>,
  ): CommandOrder<Input> =>
  async (input, context) => {
    let outcome = await attempt(ports, plan, input, context);
    for (let n = 1; n < ATTEMPTS && foundOtherLines(outcome); n += 1)
      outcome = await attempt(ports, plan, input, context);
    return outcome;
  };

const foundOtherLines = ({ result, replayed }: OrderOutcome): boolean =>
  !replayed && result.isErr() && result.error.type === "ProductIsNotGiven";

const attempt = async <Input extends OrderTarget>(
  ports: CommandPorts,
  plan: OrderCommandPlan<Input>,
  input: Input,
  context: WriteContext,
): Promise<OrderOutcome> => {
  const { orders, clock, ids } = ports;
  const { tenantId, actor, claim, deadline } = context;
  const { orderId } = input;
  const given = { at: clock.now(), actor, newId: () => ids.next() };
  const prepared = await plan.prepare(input, given, context);
  const decide = (order: Order | undefined) => decideFor(order, plan, input, context, prepared);

  if (input.dryRun)
    return dryRun(ports, tenantId, await orders.find(tenantId, orderId, deadline), decide);
  const subject = prepared.isOk() ? prepared.value.subject : undefined;
  const written = await orders.write({
    tenantId,
    orderId,
    claim,
    deadline,
    decide,
    isFinal,
    ...(subject !== undefined && { subject }),
  });
  return carryOut(ports, context, written);
};

const decideFor = <Input extends OrderTarget>(
  order: Order | undefined,
  plan: OrderCommandPlan<Input>,
  input: Input,
  context: WriteContext,
  prepared: Prepared,
): Result<readonly OrderEvent[], Rejection> => {
  const { orderId, expectedVersion } = input;
  // Another customer's order answers as a missing one, before anything else about it can show.
  if (!order || !mayTouch(context, order)) return err({ type: "OrderNotFound", orderId });
  const refusal =
    (context.actingCustomerId === null ? undefined : plan.customers(order, input)) ??
    staleAgainst(order, expectedVersion);
  return refusal ? err(refusal) : decideOn(order, prepared);
};
