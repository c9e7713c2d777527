import type { Rejection } from "@ordo/application";
import type { Order, ProductId } from "@ordo/domain";
import { encodeRecordedOutcome } from "../codecs/recorded-outcome-codec.ts";
import type { ItemRow, LineRow, NewOrderRow, TagRow } from "./append-statement.ts";
import type { ChangeRows } from "./change-statement.ts";
import type { Folded, Verdict } from "./fold-batch.ts";
import { lineRows, orderRow, tagRows } from "./order-columns.ts";
import type { OrderInMemory } from "./order-in-memory.ts";

/** Is the refusal recorded under the key, or does it leave the key as it was? */
export const isFinal = ({ request }: Verdict["write"], rejection: Rejection): boolean =>
  !request.continues && (request.isFinal?.(rejection) ?? true);

export const itemRow = (verdict: Verdict, n: number): ItemRow => {
  const { write, result, newNumber } = verdict;
  const { claim, orderId } = write.request;
  const taken =
    newNumber === null ? null : ({ type: "OrderNumberTaken", number: newNumber } as const);
  const outcome = result.match(
    ({ recorded: made }) => encodeRecordedOutcome(made),
    (rejection) =>
      isFinal(write, rejection) ? encodeRecordedOutcome({ kind: "rejected", rejection }) : null,
  );
  const recorded = outcome === null ? null : claim;
  return {
    n,
    client_id: recorded?.clientId ?? null,
    key: recorded?.key ?? null,
    fingerprint: recorded?.fingerprint ?? null,
    outcome: recorded && outcome,
    continues: recorded !== null && write.request.continues === true,
    outcome_if_taken:
      recorded && taken && isFinal(write, taken)
        ? encodeRecordedOutcome({ kind: "rejected", rejection: taken })
        : null,
    order_id: newNumber === null ? null : orderId,
    number: newNumber,
  };
};

/** Orders that the batch makes, with their lines and tags. */
export const newOrderRows = ({
  orders,
}: Folded): {
  readonly orders: readonly NewOrderRow[];
  readonly lines: readonly LineRow[];
  readonly tags: readonly TagRow[];
} => {
  const made: NewOrderRow[] = [];
  const lines: LineRow[] = [];
  const tags: TagRow[] = [];
  for (const { n, stored, current, chainHead } of orders.values()) {
    if (stored !== undefined || current === undefined || chainHead === null) continue;
    made.push({ ...orderRow(current, chainHead), n });
    for (const line of lineRows(current)) lines.push({ ...line, n });
    for (const tag of tagRows(current)) tags.push({ ...tag, n });
  }
  return { orders: made, lines, tags };
};

/** Orders that the batch changes, the changes of their lines and tags, and the stock it moves. */
export const changeRows = ({ orders, movements }: Folded): ChangeRows => {
  const changed = [...orders.values()].flatMap(changedOrder);
  return {
    change: changed.map(({ stored, current, chainHead }) => ({
      ...orderRow(current, chainHead),
      from_version: stored.version,
    })),
    line: changed.flatMap(({ stored, current }) => changedLines(stored, current)),
    dropped_line: changed.flatMap(({ stored, current }) => droppedLines(stored, current)),
    tag: changed.flatMap(({ stored, current }) => tagsOnlyIn(current, stored)),
    dropped_tag: changed.flatMap(({ stored, current }) => tagsOnlyIn(stored, current)),
    movement: sumOf(movements),
  };
};

interface Changed {
  readonly stored: Order;
  readonly current: Order;
  readonly chainHead: Buffer;
}

const changedOrder = ({ stored, current, chainHead }: OrderInMemory): readonly Changed[] =>
  stored && current && chainHead && current.version !== stored.version
    ? [{ stored, current, chainHead }]
    : [];

const changedLines = (stored: Order, current: Order) => {
  const before = new Map(lineRows(stored).map((line) => [line.line_id, line]));
  return lineRows(current).filter((line) => {
    const old = before.get(line.line_id);
    return old?.quantity !== line.quantity || old.position !== line.position;
  });
};

const droppedLines = (stored: Order, current: Order) => {
  const kept = new Set<string>(current.lines.map(({ id }) => id));
  return stored.lines
    .filter(({ id }) => !kept.has(id))
    .map(({ id }) => ({ order_id: stored.id, line_id: id }));
};

const tagsOnlyIn = (order: Order, other: Order) =>
  tagRows(order).filter(({ tag }) => tag === null || !other.tags.includes(tag));

/** One row per product: a row can be updated only once in a statement. */
const sumOf = (movements: Folded["movements"]): ChangeRows["movement"] => {
  const sums = new Map<ProductId, ChangeRows["movement"][number]>();
  for (const { productId, reserved, onHand } of movements) {
    const sum = sums.get(productId);
    sums.set(productId, {
      product_id: productId,
      reserved: (sum?.reserved ?? 0) + reserved,
      on_hand: (sum?.on_hand ?? 0) + onHand,
    });
  }
  return [...sums.values()];
};
