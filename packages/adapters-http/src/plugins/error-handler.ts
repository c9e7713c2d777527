import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { Overloaded } from "../admission/overloaded.ts";
import type { HttpLimits } from "../options.ts";
import {
  httpProblem,
  invalidRequest,
  overloaded,
  requestTimeout,
  unavailable,
} from "../problem-details/http-problems.ts";
import { TookTooLong } from "../operation/in-time.ts";
import { jsonPointer } from "../problem-details/json-pointer.ts";
import type { Problem } from "../problem-details/problem.ts";
import { sendProblem } from "../problem-details/send-problem.ts";
import { KeysUnavailable } from "./authentication/keys-unavailable.ts";
import { bodyMediaTypeOf, UnsupportedMediaType } from "./body-media-type.ts";
import { HandlerTimedOut } from "./handler-timeout.ts";
import { MalformedJson } from "./malformed-json.ts";
import { RefusedKey } from "./refused-key.ts";
import { RequestTooSlow } from "./slow-requests.ts";

export interface ErrorHandlerOptions {
  readonly limits: HttpLimits;
  readonly isUnavailable: (error: unknown) => boolean;
  readonly isTurnedAway: (error: unknown) => boolean;
}

/** Answers whatever was thrown, by us or by Fastify, with a problem; what it says about a fault of ours is nothing. */
export const makeErrorHandler =
  (options: ErrorHandlerOptions) =>
  (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    if (error instanceof Overloaded || options.isTurnedAway(error))
      return sendProblem(request, reply, overloaded(options.limits.retryAfterSeconds));
    if (error === request.raw.errored) {
      request.log.info("the client hung up");
      return sendProblem(request, reply, httpProblem("malformed-http", "Send the whole body."));
    }
    const problem = clientFault(error, request, options.limits) ?? serverFault(error, options);
    if (problem.status >= 500) request.fault = error;
    return sendProblem(request, reply, problem);
  };

const serverFault = (
  error: FastifyError,
  { limits, isUnavailable }: ErrorHandlerOptions,
): Problem =>
  error instanceof HandlerTimedOut ||
  error.code === "FST_ERR_HANDLER_TIMEOUT" ||
  error instanceof TookTooLong ||
  error instanceof KeysUnavailable ||
  isUnavailable(error)
    ? unavailable(limits.retryAfterSeconds)
    : httpProblem(
        "internal-error",
        "Send the same request again, with the same Idempotency-Key if it had one. If it keeps failing, tell us the requestId.",
      );

const unsupportedMediaType = (request: FastifyRequest): Problem => {
  const mediaType = bodyMediaTypeOf(request);
  return httpProblem("unsupported-media-type", `Send it with Content-Type: ${mediaType}.`, {
    // RFC 5789 § 2.2, and the same for POST in LDP § 7.1.
    headers: { [request.method === "PATCH" ? "accept-patch" : "accept-post"]: mediaType },
  });
};

const clientFault = (
  error: FastifyError,
  request: FastifyRequest,
  limits: HttpLimits,
): Problem | undefined => {
  if (error instanceof UnsupportedMediaType) return unsupportedMediaType(request);
  if (error instanceof RequestTooSlow) return requestTimeout(limits.requestTimeoutMs);
  if (error instanceof MalformedJson)
    return httpProblem(
      "malformed-json",
      `${error.message} Send one JSON value in UTF-8 (RFC 8259).`,
    );
  if (error instanceof RefusedKey)
    return invalidRequest(
      [
        {
          in: "body",
          pointer: jsonPointer(error.path),
          detail: `Rename or remove this: the key "${error.path.at(-1)}" is not accepted.`,
        },
      ],
      1,
    );
  switch (error.code) {
    case "FST_ERR_CTP_BODY_TOO_LARGE":
      return httpProblem("body-too-large", `Send a body of at most ${limits.bodyBytes} bytes.`);
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
      return unsupportedMediaType(request);
    case "FST_ERR_CTP_INVALID_CONTENT_LENGTH":
      return httpProblem(
        "malformed-http",
        "Send a Content-Length that equals the length of the body.",
      );
    case "FST_ERR_BAD_URL":
      return httpProblem("malformed-url", "Percent-encode the URL as UTF-8 (RFC 3986 § 2.1).");
    case "FST_ERR_MAX_PARAM_LENGTH":
      return httpProblem("url-too-long", "Shorten the segments of the URL's path.");
    default:
      return blamesTheRequest(error)
        ? httpProblem(
            "invalid-request",
            "Check the method, the headers and the body against /api/v1/openapi.json.",
          )
        : undefined;
  }
};

// Fastify adds codes with new releases; one that we do not know yet is still not our fault.
const blamesTheRequest = ({ code, statusCode = 500 }: FastifyError): boolean =>
  code?.startsWith("FST_") && statusCode >= 400 && statusCode < 500;
