import type { Amount } from "../../money/amount.ts";
import type { CreditLineId, EditId, HoldId } from "../../shared/ids.ts";
import type { EditChanges } from "../edits/edit.ts";
import type { EventBase } from "./event-base.ts";

export interface HoldPlaced extends EventBase {
  readonly type: "order.hold_placed";
  readonly holdId: HoldId;
  readonly reason: string;
}
export interface HoldReleased extends EventBase {
  readonly type: "order.hold_released";
  readonly holdId: HoldId;
}
export interface EditProposed extends EventBase, EditChanges {
  readonly type: "order.edit_proposed";
  readonly editId: EditId;
  readonly reason: string | null;
}
export interface EditConfirmed extends EventBase {
  readonly type: "order.edit_confirmed";
  readonly editId: EditId;
}
export interface EditDeclined extends EventBase {
  readonly type: "order.edit_declined";
  readonly editId: EditId;
}
export interface CreditLineAdded extends EventBase {
  readonly type: "order.credit_line_added";
  readonly creditLineId: CreditLineId;
  readonly amount: Amount;
  readonly reason: string;
}

export type AmendmentEvent =
  | HoldPlaced
  | HoldReleased
  | EditProposed
  | EditConfirmed
  | EditDeclined
  | CreditLineAdded;
