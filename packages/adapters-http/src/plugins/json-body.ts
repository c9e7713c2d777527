import { isUtf8 } from "node:buffer";
import type { FastifyPluginAsync } from "fastify";
import fastifyPlugin from "fastify-plugin";
import { MalformedJson } from "./malformed-json.ts";
import { findRefusedKey, type RefusedKey } from "./refused-key.ts";

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
    const text = body.toString();
    void parse(request, text, (error, value) => {
      if (error) done(faultOf(text));
      else done(null, value);
    });
  });
};

/** What is wrong with a body that was refused. The parser's own error does not tell the two apart. */
const faultOf = (text: string): MalformedJson | RefusedKey => {
  if (text === "") return new MalformedJson("The body is empty.");
  const notJson = new MalformedJson("The body is not JSON.");
  try {
    const json: unknown = JSON.parse(text.replace(/^\ufeff/, ""));
    return findRefusedKey(json) ?? notJson;
  } catch {
    return notJson;
  }
};

export const jsonBody = fastifyPlugin(plugin, { name: "json-body" });
