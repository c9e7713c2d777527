import type { FulfillmentCommand } from "../commands/fulfillment-commands.ts";
import type { Decision } from "../decision.ts";
import { cancelFulfillment } from "../decisions/cancel-fulfillment.ts";
import { createFulfillment } from "../decisions/create-fulfillment.ts";
import { deliverFulfillment } from "../decisions/deliver-fulfillment.ts";
import { packFulfillment } from "../decisions/pack-fulfillment.ts";
import { shipFulfillment } from "../decisions/ship-fulfillment.ts";
import { trackFulfillment } from "../decisions/track-fulfillment.ts";
import { takes } from "../lifecycle.ts";
import type { Order } from "../order.ts";
import { refuse } from "./refuse.ts";

export const decideFulfillments = (
  order: Order | undefined,
  command: FulfillmentCommand,
): Decision => {
  switch (command.type) {
    case "createFulfillment":
      return takes(order, command.type)
        ? createFulfillment(order, command)
        : refuse(order, command);
    case "packFulfillment":
      return takes(order, command.type) ? packFulfillment(order, command) : refuse(order, command);
    case "shipFulfillment":
      return takes(order, command.type) ? shipFulfillment(order, command) : refuse(order, command);
    case "deliverFulfillment":
      return takes(order, command.type)
        ? deliverFulfillment(order, command)
        : refuse(order, command);
    case "cancelFulfillment":
      return takes(order, command.type)
        ? cancelFulfillment(order, command)
        : refuse(order, command);
    case "trackFulfillment":
      return takes(order, command.type) ? trackFulfillment(order, command) : refuse(order, command);
  }
};
