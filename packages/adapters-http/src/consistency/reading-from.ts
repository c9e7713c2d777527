import type { Queries } from "@ordo/application";
import type { Operation } from "../operation/operation.ts";
import type { RequestInput } from "../operation/request-input.ts";
import type { ReadFrom } from "./read-source.ts";

/** Absent when there is nowhere else to read. */
export interface ReadTools {
  readonly replica?: { readonly queries: Queries; readonly readFrom: ReadFrom };
}

/** The operation that reads, from wherever each request lets it. */
export const readingFrom = <Input extends RequestInput>(
  over: (reads: Queries) => Operation<Input>,
  primary: Queries,
  { replica }: ReadTools,
): Operation<Input> => {
  const operation = over(primary);
  if (replica === undefined) return operation;
  const { handle } = over(replica.queries);
  return {
    ...operation,
    handle: (input, context, exchange) =>
      replica.readFrom(exchange.consistency, {
        fromPrimary: () => operation.handle(input, context, exchange),
        fromReplica: () => handle(input, context, exchange),
      }),
  };
};
