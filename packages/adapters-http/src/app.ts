import type { UseCases } from "@ordo/application";
import Fastify, { type FastifyInstance, LogController } from "fastify";
import { defaultLimits, type HttpLimits, type HttpOptions } from "./options.ts";
import { authentication } from "./plugins/authentication/authentication.ts";
import { assertKeyMaterial } from "./plugins/authentication/key-material.ts";
import { makeVerifyToken } from "./plugins/authentication/verify-token.ts";
import { makeClientErrorHandler, refuseTunnel } from "./plugins/client-errors.ts";
import { conditionalRequests } from "./plugins/conditional-requests.ts";
import { docsPage } from "./plugins/docs-page.ts";
import { draining } from "./plugins/draining.ts";
import { makeErrorHandler } from "./plugins/error-handler.ts";
import { jsonBody } from "./plugins/json-body.ts";
import { notFound } from "./plugins/not-found.ts";
import { registerContract } from "./plugins/openapi/contract-route.ts";
import { openapi } from "./plugins/openapi/openapi.ts";
import { preconditions } from "./plugins/preconditions.ts";
import { requestId, requestIdOf } from "./plugins/request-id.ts";
import { requestLog } from "./plugins/request-log.ts";
import { registerHealth } from "./routes/health/health-routes.ts";
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
  const verifyToken = makeVerifyToken(options.authentication, limits.cachedTokens);
  const cursorKey = assertKeyMaterial(options.cursorSecret, "the cursor secret");

  const app = makeFastify(options, limits);
  // Hooks run in this order.
  await app.register(requestId);
  await app.register(requestLog);
  await app.register(draining, { limits });
  await app.register(preconditions, { limits });
  await app.register(authentication, { verifyToken });
  await app.register(conditionalRequests);
  await app.register(jsonBody);
  await app.register(notFound);

  if (options.documentation !== false) {
    await app.register(openapi);
    registerContract(app);
    await app.register(docsPage);
  }
  registerHealth(app, options.readiness ?? (async () => true), limits);
  registerV1(app, useCases, cursorKey, limits);
  for (const routes of options.routes ?? []) await app.register(routes);

  await app.ready();
  return app;
};

const makeFastify = (options: HttpOptions, limits: HttpLimits): FastifyInstance => {
  const handleError = makeErrorHandler({
    limits,
    isUnavailable: options.isUnavailable ?? (() => false),
  });
  const app: FastifyInstance = Fastify({
    ...(options.logger && { loggerInstance: options.logger }),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestIdOf,
    bodyLimit: limits.bodyBytes,
    requestTimeout: limits.requestTimeoutMs,
    handlerTimeout: limits.handlerTimeoutMs,
    connectionTimeout: limits.connectionTimeoutMs,
    keepAliveTimeout: limits.keepAliveTimeoutMs,
    // Node would answer a missing Host by itself, with an empty 400.
    http: { maxHeaderSize: limits.headerBytes, requireHostHeader: false },
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => {
      handleError(error, request, reply);
    },
    clientErrorHandler: makeClientErrorHandler(limits),
  });
  app.setErrorHandler(handleError);
  // An expectation we do not know may be ignored (RFC 9110 § 10.1.1); Node would answer an empty 417.
  app.server.on("checkExpectation", (request, response) =>
    app.server.emit("request", request, response),
  );
  app.server.on("connect", refuseTunnel);
  return app;
};
