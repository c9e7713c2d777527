import { isUtf8 } from "node:buffer";
import type { FastifyPluginAsync } from "fastify";
import fastifyPlugin from "fastify-plugin";
import { MalformedJson } from "./malformed-json.ts";

/** Parses JSON bodies, and no others. */
const plugin: FastifyPluginAsync = async (app) => {
  app.removeAllContentTypeParsers();
  const parse = app.getDefaultJsonParser("error", "error");
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body, done) => {
    // Decoding would replace what is not UTF-8, and store something else than was sent (RFC 8259 § 8.1).
    if (typeof body === "string" || !isUtf8(body)) {
      done(new MalformedJson("The body is not UTF-8."));
      return;
    }
    void parse(request, body.toString(), (error, value) => {
      if (error)
        done(new MalformedJson(body.length === 0 ? "The body is empty." : "The body is not JSON."));
      else done(null, value);
    });
  });
};

export const jsonBody = fastifyPlugin(plugin, { name: "json-body" });
