import type { Fulfillment, TrackFulfillment as Command } from "@ordo/domain";
import { ok } from "neverthrow";
import type { TrackFulfillment } from "../../ports/input/fulfillments.ts";
import { staffOnly } from "../customer-permission.ts";
import { type CommandPorts, makeOrderCommand } from "../make-order-command.ts";
import { ready } from "../order-command.ts";

export const makeTrackFulfillment = (ports: CommandPorts): TrackFulfillment =>
  makeOrderCommand(ports, {
    customers: staffOnly("fulfill orders"),
    prepare: ({ fulfillmentId, changes }, { at, actor }) =>
      ready((order) => {
        const current = order.fulfillments.find(({ id }) => id === fulfillmentId);
        const { carrier = current?.carrier ?? null } = changes;
        const { trackingNumbers = current?.trackingNumbers ?? [] } = changes;
        const type = "trackFulfillment";
        const command: Command = { type, at, actor, fulfillmentId, carrier, trackingNumbers };
        return ok(saysSo(current, command) ? [] : [command]);
      }),
  });

const saysSo = (
  current: Fulfillment | undefined,
  { carrier, trackingNumbers }: Pick<Fulfillment, "carrier" | "trackingNumbers">,
): boolean =>
  current?.carrier === carrier &&
  current.trackingNumbers.length === trackingNumbers.length &&
  current.trackingNumbers.every((number, index) => number === trackingNumbers[index]);
