import type {
  CancelFulfillment,
  DeliverFulfillment,
  FulfillmentTarget,
  PackFulfillment,
  ShipFulfillment,
} from "../../ports/input/fulfillments.ts";
import type { CommandOrder } from "../../ports/input/order-command.ts";
import { staffOnly } from "../customer-permission.ts";
import { type CommandPorts, makeOrderCommand } from "../make-order-command.ts";
import { ready } from "../order-command.ts";

type Move = "packFulfillment" | "shipFulfillment" | "deliverFulfillment" | "cancelFulfillment";

const makeMove =
  (type: Move) =>
  (ports: CommandPorts): CommandOrder<FulfillmentTarget> =>
    makeOrderCommand(ports, {
      customers: staffOnly("fulfill orders"),
      prepare: ({ fulfillmentId }, { at, actor }) => ready({ type, at, actor, fulfillmentId }),
    });

export const makePackFulfillment: (ports: CommandPorts) => PackFulfillment =
  makeMove("packFulfillment");
export const makeShipFulfillment: (ports: CommandPorts) => ShipFulfillment =
  makeMove("shipFulfillment");
export const makeDeliverFulfillment: (ports: CommandPorts) => DeliverFulfillment =
  makeMove("deliverFulfillment");
export const makeCancelFulfillment: (ports: CommandPorts) => CancelFulfillment =
  makeMove("cancelFulfillment");
