import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import type { FastifyBaseLogger } from "fastify";
import type { Duplex } from "node:stream";
import type { HttpLimits } from "../options.ts";
import { httpProblem } from "../problem-details/http-problems.ts";
import type { Problem } from "../problem-details/problem.ts";
import type { RequestObserver } from "../observation/request-observer.ts";
import { reasonPhrase } from "../problem-details/reason-phrase.ts";
import { PROBLEM_JSON, renderProblem } from "../problem-details/render-problem.ts";

interface Witnesses {
  readonly log: Pick<FastifyBaseLogger, "info">;
  readonly observer: RequestObserver | undefined;
}

/** Answers what Node could not read as a request: it never reaches a route, so the answer is written by hand. */
export const makeClientErrorHandler =
  (limits: HttpLimits, { log, observer }: Witnesses) =>
  (error: Error & { code?: string }, socket: Socket): void => {
    if (error.code === "ECONNRESET" || !socket.writable) {
      socket.destroy();
      return;
    }
    const problem = problemOf(error.code, limits);
    socket.end(messageOf(problem));
    // What was sent is no request: only what it was answered with can be told.
    const { status, code } = problem;
    log.info({ method: "none", route: "none", status, code }, "refused");
    observer?.started();
    observer?.finished({ method: "none", route: "none", status, problem: code, seconds: 0 });
  };

/** Answers CONNECT, which Node hands over as a bare connection: there is no tunnel here to any target. */
export const refuseTunnel = (_request: unknown, connection: Duplex): void => {
  // Node no longer listens for errors of a connection that it has handed over.
  connection.on("error", () => connection.destroy());
  connection.end(messageOf(noTunnel), () => connection.destroy());
};

const noTunnel = httpProblem("method-not-allowed", "Send your request to this server itself.", {
  // Empty: the target, which is elsewhere, takes no method here (RFC 9110 § 10.2.1).
  headers: { allow: "" },
});

const problemOf = (code: string | undefined, limits: HttpLimits): Problem => {
  if (code === "HPE_HEADER_OVERFLOW")
    return httpProblem(
      "headers-too-large",
      `Send a header section of at most ${limits.headerBytes} bytes.`,
    );
  if (code === "ERR_HTTP_REQUEST_TIMEOUT")
    return httpProblem(
      "request-timeout",
      `Send the headers within ${limits.requestTimeoutMs} milliseconds.`,
    );
  return httpProblem("malformed-http", "Send a message that follows HTTP/1.1 (RFC 9112).");
};

const messageOf = (problem: Problem): string => {
  const requestId = randomUUID();
  const body = renderProblem(problem, { requestId, instance: `urn:uuid:${requestId}` });
  return [
    `HTTP/1.1 ${problem.status} ${reasonPhrase(problem.status) ?? ""}`,
    ...Object.entries(problem.headers ?? {}).map(([name, value]) => `${name}: ${value}`),
    `Content-Type: ${PROBLEM_JSON}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Cache-Control: no-store",
    `X-Request-Id: ${requestId}`,
    "Connection: close",
    "",
    body,
  ].join("\r\n");
};
