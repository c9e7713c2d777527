import { Err } from "neverthrow";

export type UseCaseOutcome = "accepted" | "replayed" | "rejected";

/** How a use case ended, from what it answered: a result, or a write's outcome around one. */
export const outcomeOf = (answer: unknown): UseCaseOutcome => {
  if (typeof answer !== "object" || answer === null) return "accepted";
  if ("replayed" in answer && answer.replayed === true) return "replayed";
  const result: unknown = "result" in answer ? answer.result : answer;
  return result instanceof Err ? "rejected" : "accepted";
};
