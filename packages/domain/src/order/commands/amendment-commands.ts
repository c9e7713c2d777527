import type { Amount } from "../../money/amount.ts";
import type { CreditLineId, EditId, HoldId } from "../../shared/ids.ts";
import type { EditOperation } from "../edits/edit.ts";
import type { DetailChanges } from "../order-details.ts";
import type { CommandBase } from "./command-base.ts";

/** Block confirmation and fulfillment until released. */
export interface PlaceHold extends CommandBase {
  readonly type: "placeHold";
  readonly holdId: HoldId;
  readonly reason: string;
}

export interface ReleaseHold extends CommandBase {
  readonly type: "releaseHold";
  readonly holdId: HoldId;
}

/** Work out a change of the contents, to be confirmed or declined. */
export interface ProposeEdit extends CommandBase {
  readonly type: "proposeEdit";
  readonly editId: EditId;
  readonly operations: readonly EditOperation[];
  readonly reason: string | null;
}

export interface ConfirmEdit extends CommandBase {
  readonly type: "confirmEdit";
  readonly editId: EditId;
}

export interface DeclineEdit extends CommandBase {
  readonly type: "declineEdit";
  readonly editId: EditId;
}

/** Lower the total as goodwill. */
export interface AddCreditLine extends CommandBase {
  readonly type: "addCreditLine";
  readonly creditLineId: CreditLineId;
  /** Minor units, at least 1 and at most the current total. */
  readonly amount: Amount;
  readonly reason: string;
}

export interface ChangeDetails extends CommandBase {
  readonly type: "changeDetails";
  readonly changes: DetailChanges;
}

export interface ArchiveOrder extends CommandBase {
  readonly type: "archive";
}

export interface UnarchiveOrder extends CommandBase {
  readonly type: "unarchive";
}

export type AmendmentCommand =
  | PlaceHold
  | ReleaseHold
  | ProposeEdit
  | ConfirmEdit
  | DeclineEdit
  | AddCreditLine
  | ChangeDetails
  | ArchiveOrder
  | UnarchiveOrder;
