import type { OrderDrafted, OrderDraftUpdated, OrderPlaced } from "../events/lifecycle-events.ts";
import { withCounters } from "../line-counters.ts";
import type { DraftOrder, Order, PendingOrder } from "../order.ts";
import { misplaced } from "./misplaced.ts";

const emptyLedgers = {
  payments: [],
  fulfillments: [],
  returns: [],
  exchanges: [],
  edits: [],
  holds: [],
  creditLines: [],
} as const;

const notYet = { confirmedAt: null, completedAt: null, canceledAt: null, cancellation: null };

export const drafted = ({ at, terms, contents }: OrderDrafted): DraftOrder => ({
  ...terms,
  ...contents,
  ...emptyLedgers,
  ...notYet,
  lines: contents.lines.map(withCounters),
  status: "draft",
  version: 1,
  internalNote: null,
  expiresAt: null,
  createdAt: at,
  updatedAt: at,
  archivedAt: null,
  placedAt: null,
});

export const draftUpdated = (order: Order | undefined, event: OrderDraftUpdated): DraftOrder => {
  if (order?.status !== "draft") throw misplaced(order, event);
  const { at, terms, contents } = event;
  return {
    ...order,
    ...terms,
    ...contents,
    lines: contents.lines.map(withCounters),
    version: order.version + 1,
    updatedAt: at,
  };
};

/** A new order, or a draft that is placed. */
export const placed = (order: Order | undefined, event: OrderPlaced): PendingOrder => {
  if (order !== undefined && order.status !== "draft") throw misplaced(order, event);
  const { at, terms, contents, expiresAt } = event;
  return {
    ...terms,
    ...contents,
    ...emptyLedgers,
    ...notYet,
    lines: contents.lines.map(withCounters),
    status: "pending",
    version: (order?.version ?? 0) + 1,
    internalNote: order?.internalNote ?? null,
    expiresAt,
    createdAt: order?.createdAt ?? at,
    updatedAt: at,
    archivedAt: order?.archivedAt ?? null,
    placedAt: at,
  };
};
