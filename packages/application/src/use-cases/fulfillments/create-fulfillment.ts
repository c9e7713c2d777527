import { FulfillmentId } from "@ordo/domain";
import type { CreateFulfillment } from "../../ports/input/fulfillments.ts";
import { staffOnly } from "../customer-permission.ts";
import { type CommandPorts, makeOrderCommand } from "../make-order-command.ts";
import { ready } from "../order-command.ts";

export const makeCreateFulfillment = (ports: CommandPorts): CreateFulfillment =>
  makeOrderCommand(ports, {
    customers: staffOnly("fulfill orders"),
    prepare: ({ lines, carrier, trackingNumbers }, { at, actor, newId }) => {
      const fulfillmentId = FulfillmentId(newId());
      const tracking = { carrier, trackingNumbers };
      return ready(
        { type: "createFulfillment", at, actor, fulfillmentId, lines, ...tracking },
        fulfillmentId,
      );
    },
  });
