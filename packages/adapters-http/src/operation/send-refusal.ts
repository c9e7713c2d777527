import type { ExpectedVersion, WriteContext } from "@ordo/application";
import type { FastifyReply, FastifyRequest } from "fastify";
import { logicalRequestId } from "../idempotency/logical-request-id.ts";
import { scopeMissing } from "../plugins/authentication/challenge.ts";
import { contradictions } from "../problem-details/contradictions.ts";
import { invalidRequest, preconditionFailed } from "../problem-details/http-problems.ts";
import type { Problem } from "../problem-details/problem.ts";
import { problemOf } from "../problem-details/refusal-problems.ts";
import { sendProblem } from "../problem-details/send-problem.ts";
import type { Handled } from "./answer.ts";

type Refused = ReturnType<Handled["result"]["_unsafeUnwrapErr"]>;

/** Answers with why there is no success. */
export const sendRefusal = (
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refused,
  { context, ifMatch }: { readonly context: WriteContext; readonly ifMatch: ExpectedVersion },
): FastifyReply => {
  if ("pointer" in refusal) return sendProblem(request, reply, invalidRequest([refusal], 1));
  if (refusal.type === "ScopeMissing")
    return sendProblem(request, reply, scopeMissing(refusal.scope));
  if (refusal.type === "Contradiction")
    return sendProblem(request, reply, contradictions[refusal.code]);
  const problem =
    refusal.type === "StaleVersion" && ifMatch !== null
      ? preconditionFailed(refusal.currentVersion, refusal.status)
      : problemOf(refusal);
  const requestId = logicalRequestId(context);
  if (requestId === undefined) return sendProblem(request, reply, problem);
  request.logicalId = requestId;
  const isRecorded =
    refusal.type !== "IdempotencyKeyReused" && refusal.type !== "IdempotencyKeyInUse";
  return sendProblem(request, reply, isRecorded ? withNewKeyAdvice(problem) : problem, requestId);
};

/** The refused key answers with its refusal for as long as it is kept. */
const withNewKeyAdvice = (problem: Problem): Problem => ({
  ...problem,
  detail: `${problem.detail} To try again, send a new Idempotency-Key: this one repeats this answer.`,
});
