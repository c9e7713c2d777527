import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import fastifyPlugin from "fastify-plugin";
import type { HttpLimits } from "../options.ts";

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
  const bound = (request: FastifyRequest, late: () => void): void => {
    const timer = setTimeout(late, limits.requestTimeoutMs);
    request.raw.once("close", () => clearTimeout(timer));
  };
  app.addHook("onRequest", (request, reply, done) => {
    const streams = request.routeOptions.config.operation?.streamedBody !== undefined;
    if (isArriving(request) && !streams) bound(request, () => fail(request, reply));
    done();
  });
  // What is left of the body of a request that was refused unread, a streamed one too.
  app.addHook("onResponse", (request, _reply, done) => {
    if (isArriving(request)) bound(request, () => request.raw.destroy());
    done();
  });
};

/** Is there more to come? Of most requests all has come by now. */
const isArriving = ({ raw }: FastifyRequest): boolean => raw.complete === false && !raw.destroyed;

const fail = ({ raw }: FastifyRequest, reply: FastifyReply): void => {
  if (raw.complete) return;
  const isRead = raw.listenerCount("error") > 0 && !reply.sent;
  // To destroy it would close the connection, and nothing could be answered: so its reader is told.
  if (isRead) raw.emit("error", new RequestTooSlow());
  else raw.destroy();
};

export const slowRequests = fastifyPlugin(plugin, { name: "slow-requests" });
