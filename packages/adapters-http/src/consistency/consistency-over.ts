import { makeInTime } from "../operation/in-time.ts";
import type { OperationTools } from "../operation/register-operation.ts";
import { makeConsistencyTokens } from "./consistency-tokens.ts";
import type { ReadReplica } from "./read-replica.ts";
import { makeReadFrom } from "./read-source.ts";
import type { ReadTools } from "./reading-from.ts";

/** What operations need to read from a replica, and writes to say how far it must be. */
export const consistencyOver = (
  replica: ReadReplica,
  keyMaterial: Uint8Array,
): ReadTools & Pick<OperationTools, "consistencyToken"> => {
  const tokens = makeConsistencyTokens(keyMaterial);
  const inTime = makeInTime(patienceMs);
  return {
    replica: { queries: replica.queries, readFrom: makeReadFrom(replica, tokens) },
    // A write that was done is answered, whether or not it can be told how far the log is.
    consistencyToken: () => inTime(replica.position()).then(tokens.seal, () => undefined),
  };
};

/** Less than the backstop (plugins/handler-timeout.ts), or a write that was done in time would be answered 503. */
const patienceMs = 900;
