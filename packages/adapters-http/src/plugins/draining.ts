import type { FastifyPluginAsync } from "fastify";
import fastifyPlugin from "fastify-plugin";

/**
 * Before the app closes, asks those who keep a connection open to take another: a connection that ends
 * with an answer fails nobody's next request. While it closes, Fastify asks the same by itself.
 */
const plugin: FastifyPluginAsync<{ isLeaving: () => boolean }> = async (app, { isLeaving }) => {
  app.addHook("onSend", (_request, reply, payload, done) => {
    if (isLeaving()) reply.header("connection", "close");
    done(null, payload);
  });
};

export const draining = fastifyPlugin(plugin, { name: "draining" });
