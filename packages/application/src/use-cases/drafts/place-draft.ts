import { err, ok } from "neverthrow";
import type { PlaceDraft } from "../../ports/input/drafts.ts";
import { staffOnly } from "../customer-permission.ts";
import { type CommandPorts, makeOrderCommand } from "../make-order-command.ts";
import { ready } from "../order-command.ts";
import { archivedLine, productsOfDraft } from "./products-of-draft.ts";

export const makePlaceDraft = (ports: CommandPorts): PlaceDraft =>
  makeOrderCommand(ports, {
    customers: staffOnly("manage orders"),
    prepare: async (input, { at, actor }, { tenantId }) => {
      const { orderId, expectedTotal, expiresAt = null } = input;
      const products = await productsOfDraft(ports, tenantId, orderId);
      return ready((order) => {
        const archived = order.status === "draft" ? archivedLine(order, products) : undefined;
        return archived
          ? err(archived)
          : ok([{ type: "placeDraft", at, actor, products, expectedTotal, expiresAt }]);
      });
    },
  });
