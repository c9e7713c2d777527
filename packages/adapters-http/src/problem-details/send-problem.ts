import type { FastifyReply, FastifyRequest } from "fastify";
import type { Problem } from "./problem.ts";
import { PROBLEM_JSON, renderProblem } from "./render-problem.ts";

/**
 * Answers with the problem.
 *
 * @param requestId what names the request to its sender; by default this attempt's own id
 */
export const sendProblem = (
  request: FastifyRequest,
  reply: FastifyReply,
  problem: Problem,
  requestId: string = request.id,
): FastifyReply => {
  request.problem = problem.code;
  return (
    reply
      .code(problem.status)
      .headers({ ...problem.headers })
      .header("cache-control", "no-store")
      // A sender that chose its own id for the attempt gets that back; any other gets the one in the body.
      .header(
        "x-request-id",
        request.headers["x-request-id"] === undefined ? requestId : request.id,
      )
      .header("x-content-type-options", "nosniff")
      .type(PROBLEM_JSON)
      // As bytes: to text Fastify would add a charset, which the media type does not have (RFC 9457 § 6.1).
      .send(Buffer.from(renderProblem(problem, { requestId, instance: pathOf(request.url) })))
  );
};

const pathOf = (url: string): string => url.split("?", 1)[0] ?? "/";
