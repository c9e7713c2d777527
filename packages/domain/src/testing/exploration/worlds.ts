import type { OrderCommandType } from "../../order/order-command.ts";
import { drafted, placed } from "./beginnings.ts";
import type { Bounds, World } from "./world.ts";

const none: Bounds = {
  lines: 0,
  payments: 0,
  fulfillments: 0,
  returns: 0,
  edits: 0,
  holds: 0,
  creditLines: 0,
  outcomes: ["succeeded"],
  part: null,
};

const anyOutcome = ["succeeded", "failed", "unknown"] as const;

const goods: readonly OrderCommandType[] = [
  "createFulfillment",
  "packFulfillment",
  "shipFulfillment",
  "deliverFulfillment",
  "cancelFulfillment",
];
const returns: readonly OrderCommandType[] = [
  "requestReturn",
  "approveReturn",
  "rejectReturn",
  "cancelReturn",
  "receiveReturn",
  "closeReturn",
];
const provider: readonly OrderCommandType[] = [
  "authorizePayment",
  "capturePayment",
  "voidPayment",
  "refundPayment",
  "settlePayment",
];
const cash: readonly OrderCommandType[] = ["recordPayment", "refundPayment", "settlePayment"];
const ends: readonly OrderCommandType[] = ["confirm", "cancel", "cancelLines", "complete"];

/** 2 lines × 2 units, 2 fulfillments, 1 return, 1 payment taken down when it comes. */
export const goodsWorld: World = {
  name: "goods",
  beginnings: [placed([2, 2], "onAccount")],
  commands: [...ends, ...goods, ...returns, ...cash],
  bounds: { ...none, lines: 2, fulfillments: 2, returns: 1, payments: 1 },
};

/** 1 line × 1 unit, 2 payments with parts and every outcome, a refund that lowers the total, expiry. */
export const moneyWorld: World = {
  name: "money",
  beginnings: [placed([1], "prepaid")],
  commands: [
    ...ends,
    ...provider,
    "recordPayment",
    "expire",
    "createFulfillment",
    "shipFulfillment",
    "deliverFulfillment",
  ],
  bounds: {
    ...none,
    lines: 1,
    payments: 2,
    fulfillments: 1,
    creditLines: 1,
    outcomes: anyOutcome,
    part: 2,
  },
};

/** 1 line × 2 units, 1 payment in parts, a credit line that cancellations, returns and refunds run into. */
export const creditsWorld: World = {
  name: "credits",
  beginnings: [placed([2], "onAccount")],
  commands: [
    ...ends,
    ...provider,
    ...returns,
    "addCreditLine",
    "createFulfillment",
    "shipFulfillment",
    "deliverFulfillment",
  ],
  bounds: {
    ...none,
    lines: 1,
    payments: 1,
    fulfillments: 1,
    returns: 1,
    creditLines: 1,
    outcomes: anyOutcome,
    part: 4,
  },
};

/** A line that an edit or an exchange may add a second one to, with everything that edits meet. */
export const changesWorld: World = {
  name: "changes",
  beginnings: [placed([1], "onAccount")],
  commands: [
    ...ends,
    ...goods,
    ...returns,
    ...cash,
    "proposeEdit",
    "confirmEdit",
    "declineEdit",
    "createExchange",
  ],
  bounds: { ...none, lines: 2, payments: 2, fulfillments: 1, returns: 1, edits: 1 },
};

/** Drafts, details, holds and the archive around a whole small life. */
export const flagsWorld: World = {
  name: "flags",
  beginnings: [drafted([1]), drafted([]), placed([1, 1], "prepaid")],
  commands: [
    ...ends,
    ...goods,
    ...cash,
    "updateDraft",
    "placeDraft",
    "expire",
    "placeHold",
    "releaseHold",
    "changeDetails",
    "archive",
    "unarchive",
    "trackFulfillment",
  ],
  bounds: { ...none, lines: 2, payments: 1, fulfillments: 2, holds: 1, outcomes: anyOutcome },
};

export const worlds: readonly World[] = [
  flagsWorld,
  moneyWorld,
  creditsWorld,
  changesWorld,
  goodsWorld,
];

/** Small enough to be walked many times in a test, smallest first. */
export const smallWorlds: readonly World[] = [
  flagsWorld,
  { ...goodsWorld, name: "small goods", beginnings: [placed([2], "onAccount")] },
  moneyWorld,
];

const refunds: readonly OrderCommandType[] = ["refundPayment", "settlePayment"];

/** The same, and edits and exchanges as far as they go without refunds. */
export const mutationWorlds: readonly World[] = [
  ...smallWorlds,
  {
    ...changesWorld,
    name: "small changes",
    commands: changesWorld.commands.filter((command) => !refunds.includes(command)),
  },
];
