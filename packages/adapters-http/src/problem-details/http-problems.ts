import type { InputFault } from "./input-fault.ts";
import type { Problem } from "./problem.ts";

/** Problems of the protocol itself, before or outside any use case. */
export const httpProblems = {
  "invalid-request": { status: 400, title: "The request is not valid" },
  "malformed-json": { status: 400, title: "The body is not JSON" },
  "malformed-url": { status: 400, title: "The URL is malformed" },
  "malformed-http": { status: 400, title: "The message is not HTTP" },
  unauthenticated: { status: 401, title: "A token is needed" },
  "invalid-token": { status: 401, title: "The token is not accepted" },
  "insufficient-scope": { status: 403, title: "The token lacks a scope" },
  "unknown-route": { status: 404, title: "Nothing is served here" },
  "method-not-allowed": { status: 405, title: "The method is not allowed here" },
  "not-acceptable": { status: 406, title: "No acceptable representation" },
  "request-timeout": { status: 408, title: "The request took too long to arrive" },
  "precondition-failed": { status: 412, title: "It has changed since you read it" },
  "body-too-large": { status: 413, title: "The body is too large" },
  "url-too-long": { status: 414, title: "The URL is too long" },
  "unsupported-media-type": { status: 415, title: "The media type is not supported" },
  "draft-in-import": { status: 422, title: "An import begins no drafts" },
  "two-moments": { status: 422, title: "Two moments are asked for" },
  "precondition-required": { status: 428, title: "An If-Match field is needed" },
  "headers-too-large": { status: 431, title: "The headers are too large" },
  "too-many-requests": { status: 429, title: "The quota is used up" },
  "internal-error": { status: 500, title: "Something failed on our side" },
  overloaded: { status: 503, title: "Too much to do right now" },
  unavailable: { status: 503, title: "Not available right now" },
} as const satisfies Record<string, Pick<Problem, "status" | "title">>;

export type HttpProblemCode = keyof typeof httpProblems;

type Particulars = Pick<Problem, "errors" | "headers" | "extensions">;

/** A problem of the protocol, its detail worded for this occurrence. */
export const httpProblem = (
  code: HttpProblemCode,
  detail: string,
  particulars: Particulars = {},
): Problem => ({ code, ...httpProblems[code], detail, ...particulars });

/** 400 with every fault found; longer lists are cut at `limit`. */
export const invalidRequest = (faults: readonly InputFault[], limit: number): Problem =>
  httpProblem(
    "invalid-request",
    faults.length > limit
      ? `${faults.length} things are wrong with the request. Fix the first ${limit}, listed under errors, and send it again.`
      : "Fix what errors lists and send the request again.",
    { errors: faults.slice(0, limit) },
  );

/** 408: and the connection ends, for what was on its way is no request any more. */
export const requestTimeout = (limitMs: number): Problem =>
  httpProblem(
    "request-timeout",
    `Send the whole request within ${limitMs} milliseconds; of a stream, something every so often.`,
    { headers: { connection: "close" } },
  );

/** 412: If-Match names no version that it is at now. */
export const preconditionFailed = (currentVersion: number, status: string | null): Problem =>
  httpProblem(
    "precondition-failed",
    `It is at version ${currentVersion}, of which the ETag is "${currentVersion}", quotes included: your If-Match does not name it. Read it again, and repeat your request with the new ETag if it still applies.`,
    { extensions: { ...(status !== null && { currentStatus: status }), currentVersion } },
  );

/** 422: what POST /orders would take, and an import does not. */
export const draftInImport: Problem = httpProblem(
  "draft-in-import",
  "An import places orders. Leave draft out, or begin the draft with POST /api/v1/orders.",
  { errors: [{ detail: "Leave this out.", pointer: "/draft", in: "body" }] },
);

/** 422: each would do alone. */
export const twoMoments: Problem = httpProblem("two-moments", "Send version or at, not both.", {
  errors: [{ detail: "Leave out this, or version.", pointer: "/at", in: "query" }],
});

/** 429: this client has used up its quota for now. */
export const tooManyRequests = (retryAfterSeconds: number): Problem =>
  httpProblem(
    "too-many-requests",
    `Send the same request again after ${retryAfterSeconds} seconds. The fields RateLimit and RateLimit-Policy of every answer say how much is left.`,
    { headers: { "retry-after": String(retryAfterSeconds) } },
  );

/** 503: there is no room; nothing of the request was done. */
export const overloaded = (retryAfterSeconds: number): Problem =>
  httpProblem(
    "overloaded",
    `Nothing was done. Send the same request again after ${retryAfterSeconds} seconds or more, and wait longer each time.`,
    { headers: { "retry-after": String(retryAfterSeconds) } },
  );

/** 503: nothing is known to have happened, and waiting may help. */
export const unavailable = (retryAfterSeconds: number): Problem =>
  httpProblem(
    "unavailable",
    `Send the same request again after ${retryAfterSeconds} seconds, with the same Idempotency-Key if it had one.`,
    { headers: { "retry-after": String(retryAfterSeconds) } },
  );
