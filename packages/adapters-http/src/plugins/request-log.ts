import type { FastifyPluginAsync } from "fastify";
import fastifyPlugin from "fastify-plugin";
import type { ObserveRequest } from "../observation/observe-request.ts";

/** One line and one count per request, whatever becomes of it. */
const plugin: FastifyPluginAsync<{ observe: ObserveRequest }> = async (app, { observe }) => {
  app.decorateRequest("knownRoute", undefined);
  app.decorateRequest("problem", undefined);
  app.decorateRequest("fault", undefined);
  app.decorateRequest("logicalId", undefined);
  app.addHook("onRequest", (request, reply, done) => {
    observe(request, reply);
    done();
  });
};

export const requestLog = fastifyPlugin(plugin, { name: "request-log" });
