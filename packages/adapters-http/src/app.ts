import type { UseCases } from "@ordo/application";
import Fastify, { type FastifyInstance, LogController } from "fastify";
import { defaultAdmissionLimits } from "./admission/admission-options.ts";
import { AdmissionQueue } from "./admission/admission-queue.ts";
import { makeObserveRequest, type ObserveRequest } from "./observation/observe-request.ts";
import { makeNameInLog } from "./observation/pseudonym.ts";
import { defaultLimits, type HttpLimits, type HttpOptions } from "./options.ts";
import { authentication } from "./plugins/authentication/authentication.ts";
import { assertKeyMaterial } from "./plugins/authentication/key-material.ts";
import { makeTokenVerifier } from "./plugins/authentication/verify-token.ts";
import { makeClientErrorHandler, refuseTunnel } from "./plugins/client-errors.ts";
import { conditionalRequests } from "./plugins/conditional-requests.ts";
import { docsPage } from "./plugins/docs/docs-page.ts";
import { consistencyOver } from "./consistency/consistency-over.ts";
import { deprecatedOperations } from "./plugins/deprecated-operations.ts";
import { draining } from "./plugins/draining.ts";
import { makeErrorHandler } from "./plugins/error-handler.ts";
import { backstopMs, handlerTimeout } from "./plugins/handler-timeout.ts";
import { jsonBody } from "./plugins/json-body.ts";
import { loadShedding } from "./plugins/load-shedding.ts";
import { notFound } from "./plugins/not-found.ts";
import { registerContract } from "./plugins/openapi/contract-route.ts";
import { preconditions } from "./plugins/preconditions.ts";
import { rateLimit } from "./plugins/rate-limit.ts";
import { requestId, requestIdOf } from "./plugins/request-id.ts";
import { boundRest, slowRequests } from "./plugins/slow-requests.ts";
import { requestLog } from "./plugins/request-log.ts";
import { makeLimitRate, unlimited } from "./rate-limits/limit-rate.ts";
import { registerHealth } from "./routes/health/health-routes.ts";
import { registerMetrics } from "./routes/metrics/metrics-route.ts";
import { registerV1 } from "./routes/v1/register-v1.ts";

/**
 * The v1 HTTP API over the given use cases, ready for `inject` and `listen`. It reads no environment.
 *
 * @throws when an option is unsafe (a secret under 32 bytes) or a route declares no access.
 */
export const buildApp = async (
  useCases: UseCases,
  options: HttpOptions,
): Promise<FastifyInstance> => {
  const limits: HttpLimits = { ...defaultLimits, ...options.limits };
  const tokens = makeTokenVerifier(options.authentication, limits.cachedTokens);
  const cursorKey = assertKeyMaterial(options.cursorSecret, "the cursor secret");

  const admission = new AdmissionQueue(
    { ...defaultAdmissionLimits, ...options.admission },
    options.admissionObserver,
  );
  const limitRate = options.rateLimits ? makeLimitRate(options.rateLimits) : unlimited;
  const observe = makeObserveRequest(makeNameInLog(cursorKey), options.observer);
  const app = makeFastify(options, limits, observe);
  // Hooks run in this order.
  if (options.instrumentation) await app.register(options.instrumentation);
  await app.register(requestId);
  await app.register(requestLog, { observe });
  await app.register(handlerTimeout, { timeoutMs: limits.handlerTimeoutMs + backstopMs });
  await app.register(draining, { isLeaving: options.isLeaving ?? (() => false) });
  await app.register(deprecatedOperations);
  await app.register(loadShedding, {
    admission,
    admissionObserver: options.admissionObserver,
    observer: options.observer,
    limits,
  });
  await app.register(preconditions, { limits });
  await app.register(authentication, { tokens, limitRate });
  await app.register(rateLimit, { limitRate });
  await app.register(slowRequests, { limits });
  await app.register(conditionalRequests);
  await app.register(jsonBody);
  await app.register(notFound);

  if (options.documentation !== false) {
    registerContract(app);
    await app.register(docsPage);
  }
  registerHealth(app, options.readiness ?? (async () => ({})), limits, options.readReplica?.fault);
  if (options.metrics) registerMetrics(app, options.metrics);
  registerV1(app, useCases, {
    cursorKey,
    limits,
    admission,
    ...(options.readReplica && consistencyOver(options.readReplica, cursorKey)),
  });
  for (const routes of options.routes ?? []) await app.register(routes);

  await app.ready();
  return app;
};

const makeFastify = (
  options: HttpOptions,
  limits: HttpLimits,
  observe: ObserveRequest,
): FastifyInstance => {
  const handleError = makeErrorHandler({
    limits,
    isUnavailable: options.isUnavailable ?? (() => false),
    isTurnedAway: options.isTurnedAway ?? (() => false),
  });
  const app: FastifyInstance = Fastify({
    ...(options.logger && { loggerInstance: options.logger }),
    logController: new LogController({
      disableRequestLogging: true,
      requestIdLogLabel: "requestId",
    }),
    ...(options.trustedProxies && { trustProxy: [...options.trustedProxies] }),
    genReqId: requestIdOf,
    bodyLimit: limits.bodyBytes,
    // Each request's own (slow-requests.ts): Node's would end an upload that goes on.
    requestTimeout: 0,
    connectionTimeout: limits.connectionTimeoutMs,
    keepAliveTimeout: limits.keepAliveTimeoutMs,
    // Node would answer a missing Host by itself, with an empty 400.
    http: {
      maxHeaderSize: limits.headerBytes,
      requireHostHeader: false,
      requestTimeout: 0,
      headersTimeout: limits.requestTimeoutMs,
      connectionsCheckingInterval: Math.ceil(limits.requestTimeoutMs / 10),
    },
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => {
      // No hook has run, nor will.
      boundRest(request.raw, limits);
      observe(request, reply);
      handleError(error, request, reply);
    },
    clientErrorHandler: (error, socket) => answerClientError(error, socket),
  });
  const answerClientError = makeClientErrorHandler(limits, {
    log: app.log,
    observer: options.observer,
  });
  app.setErrorHandler(handleError);
  // An expectation we do not know may be ignored (RFC 9110 § 10.1.1); Node would answer an empty 417.
  app.server.on("checkExpectation", (request, response) =>
    app.server.emit("request", request, response),
  );
  app.server.on("connect", refuseTunnel);
  return app;
};
