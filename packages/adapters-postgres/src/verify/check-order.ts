import { type Order, replay } from "@ordo/domain";
import { err, ok, type Result } from "neverthrow";
import { decodeOrderEvent } from "../codecs/order-event-codec.ts";
import { lineRows, orderRow, tagRows } from "../order-write/order-columns.ts";
import { checkChain, checkEventColumns, checkVersions } from "./check-journal.ts";
import { firstDifference } from "./first-difference.ts";
import type { OrderFault } from "./order-fault.ts";
import type { StoredOrder } from "./stored-order.ts";

/** Folds the order's events and names everything that is stored and disagrees with them. */
export const checkOrder = (stored: StoredOrder): readonly OrderFault[] => {
  const versions = checkVersions(stored);
  const journal = [...versions, ...checkChain(stored), ...checkEventColumns(stored)];
  // With a gap the fold would only tell of the gap again, in many words.
  if (versions.length > 0) return journal;
  return fold(stored).match(
    (order) => [...journal, ...checkStored(stored, order)],
    (fault) => [...journal, fault],
  );
};

const fold = ({ events }: StoredOrder): Result<Order, OrderFault> => {
  try {
    const order = replay(events.map(({ data }) => decodeOrderEvent(JSON.parse(data))));
    return order ? ok(order) : err({ check: "events", detail: "fold to no order" });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return err({ check: "events", detail: `cannot be folded: ${reason}` });
  }
};

const checkStored = (stored: StoredOrder, order: Order): readonly OrderFault[] => [
  ...checkState(stored, order),
  ...checkColumns(stored, order),
  ...differs("lines", stored.lines, lineRows(order)),
  ...differs("tags", sortedByTag(stored.tags), sortedByTag(tagRows(order))),
];

const checkState = ({ row }: StoredOrder, order: Order): readonly OrderFault[] => {
  if (row.state === JSON.stringify(order)) return [];
  const place = firstDifference(JSON.parse(row.state), JSON.parse(JSON.stringify(order)));
  const detail = place === undefined ? "is written differently" : `differs at ${place}`;
  return [{ check: "state", detail }];
};

const checkColumns = ({ row }: StoredOrder, order: Order): readonly OrderFault[] => {
  const { state: _state, chain_head: _head, ...expected } = orderRow(order, row.chain_head);
  const stored: Readonly<Record<string, unknown>> = row;
  const wrong = Object.entries(expected).flatMap(([column, value]) =>
    stored[column] === value ? [] : [column],
  );
  return wrong.length === 0 ? [] : [{ check: "columns", detail: wrong.join(", ") }];
};

/** Compares the columns that are expected; the tenant is what the rows were found by. */
const differs = (
  check: "lines" | "tags",
  stored: readonly Readonly<Record<string, unknown>>[],
  expected: readonly Readonly<Record<string, unknown>>[],
): readonly OrderFault[] => {
  if (stored.length !== expected.length) {
    const detail = `${String(stored.length)} are stored, ${String(expected.length)} are due`;
    return [{ check, detail }];
  }
  const wrong = expected.flatMap((row, index) =>
    Object.entries(row).flatMap(([column, value]) =>
      stored[index]?.[column] === value ? [] : [`${column} of the ${ordinal(index)}`],
    ),
  );
  return wrong.length === 0 ? [] : [{ check, detail: wrong.join(", ") }];
};

const ordinal = (index: number): string => `${String(index + 1)}.`;

const sortedByTag = <Row extends { readonly tag: string | null }>(rows: readonly Row[]) =>
  rows.toSorted((a, b) => ((a.tag ?? "") < (b.tag ?? "") ? -1 : 1));
