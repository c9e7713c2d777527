import { err } from "neverthrow";
import type { Decision } from "../decision.ts";
import { statusForbids } from "../lifecycle.ts";
import type { OrderCommand } from "../order-command.ts";
import type { Order } from "../order.ts";

/** The answer to a command that the order's status does not take. */
export const refuse = (order: Order | undefined, { type }: OrderCommand): Decision =>
  err(statusForbids(order?.status ?? "none", type));
