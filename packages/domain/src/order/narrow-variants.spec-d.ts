import { assertType, describe, it } from "vitest";
import { cancel } from "./decisions/cancel.ts";
import { complete } from "./decisions/complete.ts";
import { confirm } from "./decisions/confirm.ts";
import { createFulfillment } from "./decisions/create-fulfillment.ts";
import { updateDraft } from "./decisions/update-draft.ts";
import type { OrderTaking, StatusTaking } from "./lifecycle.ts";
import type { OrderCommandType } from "./order-command.ts";
import type {
  CanceledOrder,
  CompletedOrder,
  ConfirmedOrder,
  DraftOrder,
  Order,
  PendingOrder,
} from "./order.ts";
import type { Timestamp } from "../shared/timestamp.ts";

declare const draft: DraftOrder;
declare const pending: PendingOrder;
declare const confirmed: ConfirmedOrder;
declare const completed: CompletedOrder;
declare const canceled: CanceledOrder;
declare const any: Order;
declare const told: never;

describe("a decision takes only the variants that its row of the table has", () => {
  it("compiles for those, and for no other", () => {
    confirm(pending, told);
    // @ts-expect-error a draft is placed first
    confirm(draft, told);
    // @ts-expect-error it is confirmed already
    confirm(confirmed, told);
    // @ts-expect-error a status that is not known is checked first
    confirm(any, told);
    cancel(draft, told);
    cancel(pending, told);
    cancel(confirmed, told);
    // @ts-expect-error what is completed is returned, not canceled
    cancel(completed, told);
    // @ts-expect-error canceled is the end
    cancel(canceled, told);
    complete(confirmed, told);
    // @ts-expect-error nothing of a pending order is delivered
    complete(pending, told);
    createFulfillment(confirmed, told);
    // @ts-expect-error fulfillment waits for the confirmation
    createFulfillment(pending, told);
    updateDraft(draft, told);
    // @ts-expect-error contents of a placed order change by an edit
    updateDraft(pending, told);
  });

  it("derives statuses and variants from the table", () => {
    assertType<"pending">({} as StatusTaking<"confirm">);
    assertType<PendingOrder>({} as OrderTaking<"confirm">);
    assertType<OrderTaking<"cancel">>({} as DraftOrder | PendingOrder | ConfirmedOrder);
    // @ts-expect-error not a command
    assertType<OrderCommandType>("frobnicate");
  });
});

describe("a variant has what its status guarantees", () => {
  it("knows when it happened, or that it has not", () => {
    assertType<Timestamp>(confirmed.confirmedAt);
    assertType<null>(pending.confirmedAt);
    assertType<Timestamp>(canceled.canceledAt);
    assertType<readonly []>(draft.payments);
    // @ts-expect-error a canceled order may have been a draft
    assertType<Timestamp>(canceled.placedAt);
  });
});
