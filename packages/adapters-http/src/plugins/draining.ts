import type { FastifyPluginAsync } from "fastify";
import fastifyPlugin from "fastify-plugin";

/**
 * Before the app closes, asks those who keep a connection open to take another: a connection that ends
 * with an answer fails nobody's next request. While it closes, Fastify asks the same by itself. An answer
 * that began before could not ask; after it the connection is kept for a second, for what is on its way.
 */
const plugin: FastifyPluginAsync<{ isLeaving: () => boolean }> = async (app, { isLeaving }) => {
  app.addHook("onSend", (_request, reply, payload, done) => {
    if (isLeaving()) reply.header("connection", "close");
    done(null, payload);
  });
  app.addHook("preClose", (done) => {
    // Node adds its keepAliveTimeoutBuffer, a second; 0 would be for ever.
    app.server.keepAliveTimeout = 1;
    done();
  });
};

export const draining = fastifyPlugin(plugin, { name: "draining" });
