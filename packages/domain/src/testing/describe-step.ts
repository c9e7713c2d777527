import { describe, expect, it } from "vitest";
import type { OrderCommand } from "../order/order-command.ts";
import type { OrderEvent } from "../order/order-event.ts";
import type { OrderRejection } from "../order/order-rejection.ts";
import { FulfillmentId, ReturnId } from "../shared/ids.ts";
import { receipt, tell, units } from "./commands.ts";
import { given } from "./given.ts";
import { confirmed, delivered, history, orderAfter } from "./history.ts";

type Histories = Readonly<Record<string, readonly OrderCommand[]>>;

const created = [...confirmed, tell.fulfill([units("line-1", 2)])];

/** How a fulfillment of two units of the first line comes to each status it can have. */
export const fulfillmentThatIs = {
  pending: created,
  packed: [...created, tell.pack()],
  shipped: [...created, tell.ship()],
  delivered: [...created, tell.ship(), tell.deliver()],
  canceled: [...created, tell.cancelFulfillment()],
} as const satisfies Histories;

const requested = [...delivered, tell.requestReturn([units("line-1", 2)])];
const approved = [...requested, tell.approve()];
const received = [...approved, tell.receive([receipt("line-1", 2)])];

/** How a return of two units of the first line comes to each status it can have. */
export const returnThatIs = {
  requested,
  approved,
  partially_received: [...approved, tell.receive([receipt("line-1", 1)])],
  received,
  closed: [...received, tell.closeReturn()],
  rejected: [...requested, tell.reject()],
  canceled: [...requested, tell.cancelReturn()],
} as const satisfies Histories;

interface Step<Status extends string> {
  readonly command: OrderCommand;
  readonly event: OrderEvent;
  /** The statuses that take the command; every other must refuse it. */
  readonly takenWhen: readonly Status[];
  /** What the order holds afterwards, among other things. */
  readonly leaves: object;
}

/** A step of a fulfillment, told in each status there is. */
export const describeFulfillmentStep = (step: Step<keyof typeof fulfillmentThatIs>): void =>
  describeStep(step, fulfillmentThatIs, {
    refusal: {
      type: "FulfillmentStatusForbids",
      fulfillmentId: FulfillmentId("fulfillment-1"),
    },
    without: confirmed,
    missing: {
      type: "OrderHasNoSuchItem",
      item: "fulfillment",
      path: ["fulfillmentId"],
      id: "fulfillment-1",
    },
  });

/** A step of a return, told in each status there is. */
export const describeReturnStep = (step: Step<keyof typeof returnThatIs>): void =>
  describeStep(step, returnThatIs, {
    refusal: { type: "ReturnStatusForbids", returnId: ReturnId("return-1") },
    without: delivered,
    missing: { type: "OrderHasNoSuchItem", item: "return", path: ["returnId"], id: "return-1" },
  });

interface Item {
  /** What a status that does not take the step answers; the status comes on top. */
  readonly refusal: object;
  /** A history without the item, and what the step is answered there. */
  readonly without: readonly OrderCommand[];
  readonly missing: OrderRejection;
}

const describeStep = <Status extends string>(
  { command, event, takenWhen, leaves }: Step<Status>,
  thatIs: Readonly<Record<Status, readonly OrderCommand[]>>,
  { refusal, without, missing }: Item,
): void => {
  describe(`the step ${command.type}`, () => {
    it.each(takenWhen)("is taken when %s", (status) => {
      given(...history(...thatIs[status]))
        .when(command)
        .thenHappens(event);
      expect(orderAfter(...thatIs[status], command)).toMatchObject(leaves);
    });

    const others = Object.entries<readonly OrderCommand[]>(thatIs).filter(
      ([status]) => !takenWhen.some((taken) => taken === status),
    );
    it.each(others)("is refused when %s", (status, commands) => {
      expect(given(...history(...commands)).when(command).decision).toMatchObject({
        error: { ...refusal, status },
      });
    });

    it("is refused where there is no such item", () => {
      given(...history(...without))
        .when(command)
        .thenRejects(missing);
    });
  });
};
