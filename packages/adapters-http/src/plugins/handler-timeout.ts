import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import fastifyPlugin from "fastify-plugin";
import { Deadlines } from "./deadlines.ts";
import { routeOf } from "./route-of.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** From now on it does not count how long the request takes. */
    endWatch: (() => void) | undefined;
  }
}

/** The request was not answered in time. What works on it is not stopped: a commit may still land. */
export class HandlerTimedOut extends Error {
  override readonly name = "HandlerTimedOut";
}

/** What is left to end a request when our own limit (operation/in-time.ts) did not, in milliseconds after it. */
export const backstopMs = 1_000;

/**
 * Fails a request that takes too long, unless its route has Fastify's own `handlerTimeout`. That one makes a timer
 * and an AbortController for each request and aborts it when all is well, which captures a stack.
 *
 * While a body arrives nothing counts but `slow-requests.ts`: a sender that is slow is no outage of ours, and told to
 * send the same again it would be as slow again.
 */
const plugin: FastifyPluginAsync<{ timeoutMs: number }> = async (app, { timeoutMs }) => {
  const deadlines = new Deadlines(timeoutMs);
  app.decorateRequest("endWatch", undefined);
  const watch = (request: FastifyRequest, reply: FastifyReply): void => {
    if (routeOf(request).handlerTimeout !== 0) return;
    request.endWatch = deadlines.watch(() => {
      const late = new HandlerTimedOut(`not answered within ${timeoutMs} ms`);
      if (reply.raw.headersSent) reply.raw.destroy(late);
      else if (!reply.sent) reply.send(late);
    });
  };
  app.addHook("onRequest", (request, reply, done) => {
    watch(request, reply);
    reply.raw.once("close", () => request.endWatch?.());
    done();
  });
  app.addHook("preParsing", (request, _reply, payload, done) => {
    request.endWatch?.();
    done(null, payload);
  });
  app.addHook("preValidation", (request, reply, done) => {
    watch(request, reply);
    done();
  });
};

export const handlerTimeout = fastifyPlugin(plugin, { name: "handler-timeout" });
