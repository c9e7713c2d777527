import type { FastifyPluginAsync } from "fastify";
import fastifyPlugin from "fastify-plugin";
import { deprecationFields } from "../operation/deprecation.ts";
import { routeOf } from "./route-of.ts";

/** Every answer of a deprecated operation says so, refusals too: those who run into one read them first. */
const plugin: FastifyPluginAsync = async (app) => {
  app.addHook("onSend", (request, reply, payload, done) => {
    const deprecation = routeOf(request).config.operation?.deprecation;
    if (deprecation) {
      const { link, ...fields } = deprecationFields(deprecation);
      const others = reply.getHeader("link");
      reply.headers({
        ...fields,
        link: others === undefined ? link : `${String(others)}, ${link}`,
      });
    }
    done(null, payload);
  });
};

export const deprecatedOperations = fastifyPlugin(plugin, { name: "deprecated-operations" });
