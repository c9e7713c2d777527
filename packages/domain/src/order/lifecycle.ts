import type { OrderCommandType } from "./order-command.ts";
import type { StatusForbidsCommand } from "./order-rejection.ts";
import type { Order, OrderStatus } from "./order.ts";

type OrderRow = Partial<Record<OrderCommandType, readonly OrderStatus[]>>;
type Table = Record<OrderStatus | "none", OrderRow>;

/**
 * The state machine: for each status, the commands it takes and the statuses each may lead to.
 * `decide`, `allowedActions`, the diagram in the README and the exploration all read this table.
 */
export const lifecycle = {
  none: { draft: ["draft"], place: ["pending"] },
  draft: {
    updateDraft: ["draft"],
    placeDraft: ["pending"],
    cancel: ["canceled"],
    changeDetails: ["draft"],
    archive: ["draft"],
    unarchive: ["draft"],
  },
  pending: {
    confirm: ["confirmed"],
    expire: ["canceled"],
    cancel: ["canceled"],
    cancelLines: ["pending", "canceled"],
    placeHold: ["pending"],
    releaseHold: ["pending"],
    proposeEdit: ["pending"],
    confirmEdit: ["pending"],
    declineEdit: ["pending"],
    addCreditLine: ["pending"],
    authorizePayment: ["pending"],
    recordPayment: ["pending"],
    capturePayment: ["pending"],
    voidPayment: ["pending"],
    refundPayment: ["pending"],
    settlePayment: ["pending"],
    changeDetails: ["pending"],
    archive: ["pending"],
    unarchive: ["pending"],
  },
  confirmed: {
    cancel: ["canceled"],
    cancelLines: ["confirmed", "canceled"],
    complete: ["completed"],
    placeHold: ["confirmed"],
    releaseHold: ["confirmed"],
    proposeEdit: ["confirmed"],
    confirmEdit: ["confirmed"],
    declineEdit: ["confirmed"],
    addCreditLine: ["confirmed"],
    authorizePayment: ["confirmed"],
    recordPayment: ["confirmed"],
    capturePayment: ["confirmed"],
    voidPayment: ["confirmed"],
    refundPayment: ["confirmed"],
    settlePayment: ["confirmed"],
    createFulfillment: ["confirmed"],
    packFulfillment: ["confirmed"],
    shipFulfillment: ["confirmed"],
    deliverFulfillment: ["confirmed"],
    cancelFulfillment: ["confirmed"],
    trackFulfillment: ["confirmed"],
    requestReturn: ["confirmed"],
    approveReturn: ["confirmed"],
    rejectReturn: ["confirmed"],
    cancelReturn: ["confirmed"],
    receiveReturn: ["confirmed"],
    closeReturn: ["confirmed"],
    createExchange: ["confirmed"],
    changeDetails: ["confirmed"],
    archive: ["confirmed"],
    unarchive: ["confirmed"],
  },
  completed: {
    proposeEdit: ["completed"],
    // An edit that adds units, and every exchange, reopens the order.
    confirmEdit: ["completed", "confirmed"],
    declineEdit: ["completed"],
    addCreditLine: ["completed"],
    authorizePayment: ["completed"],
    recordPayment: ["completed"],
    capturePayment: ["completed"],
    voidPayment: ["completed"],
    refundPayment: ["completed"],
    settlePayment: ["completed"],
    trackFulfillment: ["completed"],
    requestReturn: ["completed"],
    approveReturn: ["completed"],
    rejectReturn: ["completed"],
    cancelReturn: ["completed"],
    receiveReturn: ["completed"],
    closeReturn: ["completed"],
    createExchange: ["confirmed"],
    changeDetails: ["completed"],
    archive: ["completed"],
    unarchive: ["completed"],
  },
  canceled: {
    // Money that arrives late is taken down and given back; the order stays canceled.
    recordPayment: ["canceled"],
    voidPayment: ["canceled"],
    refundPayment: ["canceled"],
    settlePayment: ["canceled"],
    changeDetails: ["canceled"],
    archive: ["canceled"],
    unarchive: ["canceled"],
  },
} as const satisfies Table;

type Lifecycle = typeof lifecycle;

/** The statuses whose row has the command. */
export type StatusTaking<C extends OrderCommandType> = {
  [S in keyof Lifecycle]: C extends keyof Lifecycle[S] ? S : never;
}[keyof Lifecycle];

/** The variants of an order that take the command. */
export type OrderTaking<C extends OrderCommandType> = Extract<
  Order,
  { readonly status: StatusTaking<C> }
>;

const table: Table = lifecycle;

const statuses: readonly (OrderStatus | "none")[] = [
  "none",
  "draft",
  "pending",
  "confirmed",
  "completed",
  "canceled",
];

/** Has the table a transition for this pair? */
export const permits = (status: OrderStatus | "none", command: OrderCommandType): boolean =>
  table[status][command] !== undefined;

/** The same, of an order: then the decision for the command may have it. */
export const takes = <C extends OrderCommandType>(
  order: Order | undefined,
  command: C,
): order is OrderTaking<C> => order !== undefined && permits(order.status, command);

/** The refusal for a pair the table does not have, naming the statuses that would do. */
export const statusForbids = (
  status: OrderStatus | "none",
  command: OrderCommandType,
): StatusForbidsCommand => ({
  type: "StatusForbidsCommand",
  command,
  status,
  allowedIn: statuses.filter((candidate) => permits(candidate, command)),
});
