import type { ExchangeId, ReturnId } from "../../shared/ids.ts";
import type { LineInput } from "../line-input.ts";
import type { ReceiptLine, ReturnRequestLine } from "../returns/return.ts";
import type { CommandBase } from "./command-base.ts";

interface OneReturn extends CommandBase {
  readonly returnId: ReturnId;
}

export interface RequestReturn extends OneReturn {
  readonly type: "requestReturn";
  readonly lines: readonly ReturnRequestLine[];
}
export interface ApproveReturn extends OneReturn {
  readonly type: "approveReturn";
}
export interface RejectReturn extends OneReturn {
  readonly type: "rejectReturn";
  readonly reason: string | null;
}
export interface CancelReturn extends OneReturn {
  readonly type: "cancelReturn";
}
export interface ReceiveReturn extends OneReturn {
  readonly type: "receiveReturn";
  readonly lines: readonly ReceiptLine[];
}
/** End a return; units that have not come by now are no longer waited for. */
export interface CloseReturn extends OneReturn {
  readonly type: "closeReturn";
}
/** A return plus replacement lines, one decision. */
export interface CreateExchange extends OneReturn {
  readonly type: "createExchange";
  readonly exchangeId: ExchangeId;
  readonly lines: readonly ReturnRequestLine[];
  readonly replacements: readonly LineInput[];
}

export type ReturnCommand =
  | RequestReturn
  | ApproveReturn
  | RejectReturn
  | CancelReturn
  | ReceiveReturn
  | CloseReturn
  | CreateExchange;
