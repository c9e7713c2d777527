import type { DetailChanges, LineInput, Order, OrderCommand } from "@ordo/domain";
import { err, ok } from "neverthrow";
import type { WriteContext } from "../../context.ts";
import type { ChangeOrder, ChangeOrderInput, OrderChanges } from "../../ports/input/drafts.ts";
import { staffOnly } from "../customer-permission.ts";
import { type CommandPorts, makeOrderCommand } from "../make-order-command.ts";
import { type Given, type Prepared, ready } from "../order-command.ts";
import { resolveLines } from "../resolve-lines.ts";
import { keptDiscounts, keptLines, keptShippingLines, withIdsOf } from "./kept-contents.ts";
import { productsOfDraft } from "./products-of-draft.ts";

export const makeChangeOrder = (ports: CommandPorts): ChangeOrder =>
  makeOrderCommand(ports, {
    customers: staffOnly("manage orders"),
    prepare: (input, given, context) =>
      touchesContents(input.changes)
        ? prepareContents(ports, input, given, context)
        : ready({
            type: "changeDetails",
            at: given.at,
            actor: given.actor,
            changes: input.changes,
          }),
  });

const touchesContents = ({ lines, discounts, shippingLines }: OrderChanges): boolean =>
  lines !== undefined || discounts !== undefined || shippingLines !== undefined;

const prepareContents = async (
  ports: CommandPorts,
  { orderId, changes }: ChangeOrderInput,
  given: Given,
  { tenantId }: WriteContext,
): Promise<Prepared> => {
  const { lines, discounts, shippingLines, ...details } = changes;
  const resolved = lines ? await resolveLines(ports, lines, tenantId) : ok(undefined);
  if (resolved.isErr()) return err(resolved.error);
  const wanted = resolved.value;
  const products = wanted ? [] : await productsOfDraft(ports, tenantId, orderId);

  return ready((order) => {
    const { status, version: currentVersion } = order;
    if (status !== "draft") return err({ type: "OrderIsNotEditable", status, currentVersion });
    const inputs = wanted ? ok(withIdsOf(order, wanted)) : keptLines(order, products);
    return inputs.map((lineInputs) =>
      commands(order, details, given, {
        lines: lineInputs,
        discounts: discounts ?? keptDiscounts(order),
        shippingLines: shippingLines ?? keptShippingLines(order),
      }),
    );
  });
};

interface Contents {
  readonly lines: readonly LineInput[];
  readonly discounts: ReturnType<typeof keptDiscounts>;
  readonly shippingLines: ReturnType<typeof keptShippingLines>;
}

/** The details first, which checks them; then the contents, with the terms as they are by then. */
const commands = (
  order: Order,
  details: DetailChanges,
  { at, actor }: Given,
  contents: Contents,
): readonly OrderCommand[] => {
  const { internalNote: _internalNote, ...ofTerms } = details;
  const { customerId, email, taxMode, paymentTerms, channel } = order;
  const { billingAddress, shippingAddress, tags, note, metadata } = order;
  const terms = { customerId, email, taxMode, paymentTerms, channel };
  const agreed = { billingAddress, shippingAddress, tags, note, metadata };
  return [
    { type: "changeDetails", at, actor, changes: details },
    { type: "updateDraft", at, actor, terms: { ...terms, ...agreed, ...ofTerms }, ...contents },
  ];
};
