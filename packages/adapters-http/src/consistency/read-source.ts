import type { Handled } from "../operation/answer.ts";
import { eventual } from "./consistency-header.ts";
import type { ConsistencyTokens } from "./consistency-tokens.ts";
import { type ReadReplica, silentReadObserver } from "./read-replica.ts";

/** Two ways to the same answer. */
interface Sources {
  readonly fromPrimary: () => Promise<Handled>;
  readonly fromReplica: () => Promise<Handled>;
}

/**
 * Answers a read from the replica when the request allows it and the replica can, else from the primary.
 * A replica that fails is no fault of the request's: the primary answers then.
 *
 * @param consistency the request's header, checked; without it only the primary will do
 */
export type ReadFrom = (consistency: string | undefined, sources: Sources) => Promise<Handled>;

export const makeReadFrom = (
  { admits, whileUp, observer = silentReadObserver }: ReadReplica,
  tokens: ConsistencyTokens,
): ReadFrom => {
  /** Why the replica may not answer. */
  const refusal = async (consistency: string | undefined): Promise<string | null> => {
    if (consistency === undefined) return "asked";
    const position = consistency === eventual ? null : tokens.open(consistency);
    if (position === undefined) return "incomparable";
    const answer = await admits(position);
    return answer === "yes" ? null : answer;
  };
  return async (consistency, { fromPrimary, fromReplica }) => {
    const why = await refusal(consistency);
    if (why !== null) {
      observer.fromPrimary(why);
      return fromPrimary();
    }
    try {
      const handled = await whileUp(fromReplica);
      observer.fromReplica();
      return { ...handled, fromReplica: true };
    } catch (error) {
      observer.replicaFailed(error);
      observer.fromPrimary("failed");
      return fromPrimary();
    }
  };
};
