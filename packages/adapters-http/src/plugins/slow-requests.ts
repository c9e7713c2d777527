import type { IncomingMessage } from "node:http";
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import fastifyPlugin from "fastify-plugin";
import type { HttpLimits } from "../options.ts";
import { Deadlines } from "./deadlines.ts";
import { routeOf } from "./route-of.ts";

/** A body did not arrive in time. */
export class RequestTooSlow extends Error {
  override readonly name = "RequestTooSlow";
}

/**
 * Bounds how long a body may take to arrive. Node's own limit is one for the whole server and would end the upload
 * of many orders while it goes on; here it is each request's own, and a body that is streamed has none in all:
 * its reader bounds how long nothing comes ({@link untilIdle}). Headers are bounded by Node.
 */
const plugin: FastifyPluginAsync<{ limits: HttpLimits }> = async (app, { limits }) => {
  const deadlines = new Deadlines(limits.requestTimeoutMs);
  app.addHook("onRequest", (request, reply, done) => {
    const streams = routeOf(request).config.operation?.streamedBody !== undefined;
    if (isArriving(request.raw) && !streams)
      request.raw.once(
        "close",
        deadlines.watch(() => fail(request, reply)),
      );
    done();
  });
  app.addHook("onResponse", (request, _reply, done) => {
    boundRest(request.raw, limits);
    done();
  });
};

/** Bounds what is left of the body of a request that was answered unread, a streamed one too. */
export const boundRest = (request: IncomingMessage, limits: HttpLimits): void => {
  if (!isArriving(request)) return;
  const timer = setTimeout(() => request.destroy(), limits.requestTimeoutMs);
  request.once("close", () => clearTimeout(timer));
};

/** Is there more to come? Of most requests all has come by now. */
const isArriving = ({ complete, destroyed }: IncomingMessage): boolean => !complete && !destroyed;

const fail = ({ raw }: FastifyRequest, reply: FastifyReply): void => {
  if (raw.complete) return;
  const isRead = raw.listenerCount("error") > 0 && !reply.sent;
  // To destroy it would close the connection, and nothing could be answered: so its reader is told.
  if (isRead) raw.emit("error", new RequestTooSlow());
  else raw.destroy();
};

export const slowRequests = fastifyPlugin(plugin, { name: "slow-requests" });
