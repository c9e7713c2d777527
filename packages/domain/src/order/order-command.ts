import type {
  CancelLines,
  CancelOrder,
  ConfirmOrder,
  ExpireOrder,
  CompleteOrder,
} from "./commands/lifecycle-commands.ts";
import type {
  DraftOrderCommand,
  PlaceDraft,
  PlaceOrder,
  UpdateDraft,
} from "./commands/placement-commands.ts";
import type { FulfillmentCommand } from "./commands/fulfillment-commands.ts";
import type { PaymentCommand } from "./commands/payment-commands.ts";
import type { ReturnCommand } from "./commands/return-commands.ts";
import type { AmendmentCommand } from "./commands/amendment-commands.ts";

export type { CancelLines, CancelOrder, CompleteOrder, ConfirmOrder, ExpireOrder };
export type { DraftOrderCommand, PlaceDraft, PlaceOrder, UpdateDraft };

/** Everything an order can be told. */
export type OrderCommand =
  | DraftOrderCommand
  | PlaceOrder
  | UpdateDraft
  | PlaceDraft
  | ConfirmOrder
  | ExpireOrder
  | CancelOrder
  | CancelLines
  | CompleteOrder
  | AmendmentCommand
  | PaymentCommand
  | FulfillmentCommand
  | ReturnCommand;

export type OrderCommandType = OrderCommand["type"];
