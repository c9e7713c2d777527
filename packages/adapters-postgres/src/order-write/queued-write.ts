import type { OrderWrite, Rejection, TenantId, WrittenOrder } from "@ordo/application";
import type { OrderEvent } from "@ordo/domain";
import type { Result } from "neverthrow";
import { OutcomeUnknown } from "../batch/outcome-unknown.ts";
import { Overloaded } from "../batch/overloaded.ts";

/** A write on its way: what is asked, who waits for the answer, and what was learned while trying. */
export interface QueuedWrite {
  readonly request: OrderWrite;
  /** By `performance.now()`: not begun later than this. */
  readonly deadline: number;
  readonly answer: (outcome: WrittenOrder) => void;
  readonly fail: (error: unknown) => void;
  /** What `decide` says of an order that does not exist yet; kept, because most orders are new. */
  readonly decidedOnNothing: Result<readonly OrderEvent[], Rejection>;
  /** An order of this id exists, though the decision could do without one. */
  exists: boolean;
  /** The number it brings is another order's. */
  numberTaken: boolean;
  /** Runs in a batch of its own: with others it waited too long for a lock, and one of them is why. */
  alone: boolean;
  /** It may have committed when its connection was lost; once more under its key, and its key tells. */
  retriedAfterLoss: boolean;
  attempts: number;
}

/** @throws what `decide` throws, which only a bug does */
export const queuedWrite = (
  request: OrderWrite,
  deadline: number,
  answer: QueuedWrite["answer"],
  fail: QueuedWrite["fail"],
): QueuedWrite => ({
  request,
  deadline,
  answer,
  fail,
  decidedOnNothing: request.decide(undefined),
  exists: false,
  numberTaken: false,
  alone: false,
  retriedAfterLoss: false,
  attempts: 0,
});

/** Of a write that never got as far as being sent nothing was done; of any other nobody knows. */
export const giveUp = (write: QueuedWrite, why: string): void => {
  const isFirstPart = write.request.continues !== true && !write.retriedAfterLoss;
  write.fail(isFirstPart ? new Overloaded(why) : new OutcomeUnknown(why));
};

export const deadlinePassed = (write: QueuedWrite): void =>
  giveUp(write, "the deadline of this write passed before its turn came");

export const tenantOf = ({ request }: QueuedWrite): TenantId => request.tenantId;

/** Must the order be read before the write can be decided? */
export const needsOrder = ({ exists, decidedOnNothing }: QueuedWrite): boolean =>
  exists || decidedOnNothing.isErr() || decidedOnNothing.value.length === 0;
