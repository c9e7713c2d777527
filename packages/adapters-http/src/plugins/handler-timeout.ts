import type { FastifyPluginAsync } from "fastify";
import fastifyPlugin from "fastify-plugin";
import { Deadlines } from "./deadlines.ts";
import { routeOf } from "./route-of.ts";

/** The request was not answered in time. What works on it is not stopped: a commit may still land. */
export class HandlerTimedOut extends Error {
  override readonly name = "HandlerTimedOut";
}

/** What is left to end a request when our own limit (operation/in-time.ts) did not, in milliseconds after it. */
export const backstopMs = 1_000;

/**
 * Fails a request that takes too long, unless its route has Fastify's own `handlerTimeout`. That one makes a timer
 * and an AbortController for each request and aborts it when all is well, which captures a stack.
 */
const plugin: FastifyPluginAsync<{ timeoutMs: number }> = async (app, { timeoutMs }) => {
  const deadlines = new Deadlines(timeoutMs);
  app.addHook("onRequest", (request, reply, done) => {
    if (routeOf(request).handlerTimeout === 0) {
      const over = deadlines.watch(() => {
        const late = new HandlerTimedOut(`not answered within ${timeoutMs} ms`);
        if (reply.raw.headersSent) reply.raw.destroy(late);
        else if (!reply.sent) reply.send(late);
      });
      reply.raw.once("close", over);
    }
    done();
  });
};

export const handlerTimeout = fastifyPlugin(plugin, { name: "handler-timeout" });
