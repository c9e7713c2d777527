import { isUtf8 } from "node:buffer";
import type { FastifyPluginAsync, FastifyRequest } from "fastify";
import fastifyPlugin from "fastify-plugin";
import { bodyMediaTypeOf, UnsupportedMediaType } from "./body-media-type.ts";
import { MalformedJson } from "./malformed-json.ts";
import { findRefusedKey, type RefusedKey } from "./refused-key.ts";
import { routeOf } from "./route-of.ts";

/** Parses JSON bodies of the one media type that their route takes; a body that is streamed is left to its route. */
const plugin: FastifyPluginAsync = async (app) => {
  app.removeAllContentTypeParsers();
  const parse = app.getDefaultJsonParser("error", "error");
  const parseJson = (
    request: FastifyRequest,
    body: string | Buffer,
    done: (error: Error | null, value?: unknown) => void,
  ): void => {
    // Clients that name a media type for whatever they send do so for a body of no bytes, too.
    if (body.length === 0 && !needsBody(request)) {
      done(null, undefined);
      return;
    }
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
  };
  for (const mediaType of ["application/json", "application/merge-patch+json"])
    app.addContentTypeParser(mediaType, { parseAs: "buffer" }, (request, body, done) => {
      if (takesBody(request) && bodyMediaTypeOf(request) !== mediaType)
        done(new UnsupportedMediaType());
      else parseJson(request, body, done);
    });
  app.addContentTypeParser("application/x-ndjson", (request, payload, done) => {
    if (bodyMediaTypeOf(request) === "application/x-ndjson") done(null, payload);
    else done(new UnsupportedMediaType());
  });
};

const takesBody = ({ method }: FastifyRequest): boolean => method === "POST" || method === "PATCH";

const needsBody = (request: FastifyRequest): boolean => {
  const body = routeOf(request).config.operation?.input?.shape.body;
  return body !== undefined && !body.safeParse(undefined).success;
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
