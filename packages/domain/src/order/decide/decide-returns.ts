import type { ReturnCommand } from "../commands/return-commands.ts";
import type { Decision } from "../decision.ts";
import { approveReturn } from "../decisions/approve-return.ts";
import { cancelReturn } from "../decisions/cancel-return.ts";
import { closeReturn } from "../decisions/close-return.ts";
import { createExchange } from "../decisions/create-exchange.ts";
import { receiveReturn } from "../decisions/receive-return.ts";
import { rejectReturn } from "../decisions/reject-return.ts";
import { requestReturn } from "../decisions/request-return.ts";
import { takes } from "../lifecycle.ts";
import type { Order } from "../order.ts";
import { refuse } from "./refuse.ts";

export const decideReturns = (order: Order | undefined, command: ReturnCommand): Decision => {
  switch (command.type) {
    case "requestReturn":
      return takes(order, command.type) ? requestReturn(order, command) : refuse(order, command);
    case "approveReturn":
      return takes(order, command.type) ? approveReturn(order, command) : refuse(order, command);
    case "rejectReturn":
      return takes(order, command.type) ? rejectReturn(order, command) : refuse(order, command);
    case "cancelReturn":
      return takes(order, command.type) ? cancelReturn(order, command) : refuse(order, command);
    case "receiveReturn":
      return takes(order, command.type) ? receiveReturn(order, command) : refuse(order, command);
    case "closeReturn":
      return takes(order, command.type) ? closeReturn(order, command) : refuse(order, command);
    case "createExchange":
      return takes(order, command.type) ? createExchange(order, command) : refuse(order, command);
  }
};
