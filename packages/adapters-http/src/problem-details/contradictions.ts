import { httpProblem } from "./http-problems.ts";
import type { Problem } from "./problem.ts";

export type ContradictionCode = "two-moments" | "draft-with-deadline";

/** 422: each of two fields would do alone. */
export const contradictions: Readonly<Record<ContradictionCode, Problem>> = {
  "two-moments": httpProblem("two-moments", "Send version or at, not both.", {
    errors: [{ detail: "Leave out this, or version.", pointer: "/at", in: "query" }],
  }),
  "draft-with-deadline": httpProblem(
    "draft-with-deadline",
    "Leave expiresAt out, and send it when you place the draft.",
    { errors: [{ detail: "Leave out this, or draft.", pointer: "/expiresAt", in: "body" }] },
  ),
};
