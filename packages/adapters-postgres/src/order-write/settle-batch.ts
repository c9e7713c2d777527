import type { Rejection, WrittenOrder } from "@ordo/application";
import { err } from "neverthrow";
import type { Ineffective } from "./append-statement.ts";
import { isFinal } from "./batch-rows.ts";
import type { Verdict } from "./fold-batch.ts";
import type { QueuedWrite } from "./queued-write.ts";
import type { BatchResult } from "./write-batch.ts";
import { writtenOrder } from "./written.ts";

/** What is left to do for the writes of a batch that could not be answered at once. */
export interface Unsettled {
  /** To be queued again. */
  readonly again: QueuedWrite[];
  /** Their keys may stand for an answer. If not, `otherwise` is it, or else they are to be queued again. */
  readonly unclear: {
    readonly write: QueuedWrite;
    readonly otherwise: WrittenOrder | undefined;
  }[];
}

/** Answers the writes of a batch that has run. */
export const settleBatch = ({
  verdicts,
  ineffective,
  postponed,
  committed,
}: BatchResult): Unsettled => {
  const unsettled: Unsettled = { again: [], unclear: [] };
  const numbersTaken = new Set<string>();
  for (const [n, verdict] of verdicts.entries()) {
    const why = ineffective.get(n);
    if (verdict.newNumber !== null && (why ? why.taken : committed))
      numbersTaken.add(verdict.newNumber);
    if (committed) settleCommitted(verdict, why, unsettled);
    else if (why?.taken) {
      verdict.write.numberTaken = true;
      unsettled.again.push(verdict.write);
    } else if (why) unsettled.unclear.push({ write: verdict.write, otherwise: undefined });
    else unsettled.again.push(verdict.write);
  }
  for (const { write, number } of postponed) {
    if (number !== null && numbersTaken.has(number)) write.numberTaken = true;
    unsettled.again.push(write);
  }
  return unsettled;
};

const settleCommitted = (
  verdict: Verdict,
  why: Ineffective | undefined,
  { unclear }: Unsettled,
): void => {
  const { write, result, newNumber } = verdict;
  const rejection = why?.taken && newNumber !== null ? taken(newNumber) : errorOf(verdict);
  const answer = writtenOrder(rejection ? err(rejection) : result, false);
  const { claim } = write.request;
  const unrecordable = rejection !== undefined && !isFinal(write, rejection);
  if (claim === null || (why ? why.recorded : !unrecordable)) write.answer(answer);
  else unclear.push({ write, otherwise: unrecordable ? answer : undefined });
};

const errorOf = ({ result }: Verdict): Rejection | undefined =>
  result.isErr() ? result.error : undefined;

const taken = (number: string): Rejection => ({ type: "OrderNumberTaken", number });
