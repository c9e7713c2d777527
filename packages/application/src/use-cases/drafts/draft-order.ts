import { OrderId } from "@ordo/domain";
import { err } from "neverthrow";
import type { DraftOrder } from "../../ports/input/drafts.ts";
import type { PlacementPorts } from "../place-order.ts";
import { prepareNewOrder } from "../prepare-new-order.ts";
import { writeNewOrder } from "../write-new-order.ts";

export const makeDraftOrder =
  (ports: PlacementPorts): DraftOrder =>
  async (input, context) => {
    const orderId = OrderId(ports.ids.next());
    const parts =
      context.actingCustomerId === null
        ? await prepareNewOrder(ports, input, context, orderId)
        : err({ type: "CustomersMayNot" as const, what: "manage orders" as const, path: [] });

    const base = { type: "draft", at: ports.clock.now(), actor: context.actor } as const;
    const command = parts.map((numbered) => (number: string) => ({ ...base, ...numbered(number) }));
    const { number, dryRun = false } = input;
    return writeNewOrder(ports, { orderId, number, dryRun, command }, context);
  };
