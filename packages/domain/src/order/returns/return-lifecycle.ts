import { err, ok, type Result } from "neverthrow";
import type { ReturnId } from "../../shared/ids.ts";
import { noSuchItem } from "../check-items.ts";
import type { OrderRejection } from "../order-rejection.ts";
import type { Order } from "../order.ts";
import type { Return, ReturnState } from "./return.ts";

export type ReturnStep = "approve" | "reject" | "cancel" | "receive" | "close";

/** The state machine of a return: for each step, the states it starts from. */
export const returnLifecycle = {
  approve: ["requested"],
  reject: ["requested"],
  cancel: ["requested", "approved"],
  receive: ["approved", "partially_received"],
  close: ["partially_received", "received"],
} as const satisfies Record<ReturnStep, readonly ReturnState[]>;

const allows = (step: ReturnStep, { status }: Return): boolean => {
  const states: readonly ReturnState[] = returnLifecycle[step];
  return states.includes(status);
};

/** The return, if it may take the step. */
export const findReturn = (
  order: Order,
  id: ReturnId,
  step: ReturnStep,
): Result<Return, OrderRejection> => {
  const found = order.returns.find((candidate) => candidate.id === id);
  if (found === undefined) return err(noSuchItem("return", ["returnId"], id));
  return allows(step, found) ? ok(found) : err(forbids(found, step));
};

/** Is there a return that may take the step? */
export const noReturnFor = (order: Order, step: ReturnStep): OrderRejection | undefined =>
  order.returns.some((candidate) => allows(step, candidate)) ? undefined : forbids(null, step);

const forbids = (found: Return | null, step: ReturnStep): OrderRejection => ({
  type: "ReturnStatusForbids",
  returnId: found?.id ?? null,
  status: found?.status ?? null,
  allowedIn: returnLifecycle[step],
});
