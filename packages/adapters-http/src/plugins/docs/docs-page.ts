import scalar from "@scalar/fastify-api-reference";
import type { FastifyPluginAsync } from "fastify";
import { digestTag, withoutBodyIfKnown } from "../conditional-requests.ts";
import { lifecycleDrawing } from "./lifecycle-drawing.ts";
import { page, script } from "./page.ts";

// The browser is told to load nothing from elsewhere, and to run nothing but our two scripts, whatever the page may try.
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** The contract as a page at `/docs`, everything it needs included. */
export const docsPage: FastifyPluginAsync = async (app) => {
  const etags = new Map<string, string>();
  app.addHook("onRoute", (route) => {
    route.config = { ...route.config, access: "public", mediaTypes: [mediaTypeOf(route.url)] };
  });
  app.addHook("onSend", async (request, reply, payload) => {
    reply
      .header("content-security-policy", contentSecurityPolicy)
      .header("referrer-policy", "no-referrer");
    if (typeof payload !== "string" || reply.statusCode !== 200) return payload;
    // By route, of which there are few: any URL may bring a query of its own.
    const route = request.routeOptions.url ?? "";
    // Of the plugin's own we take the script: its page has another within.
    const body = mediaTypeOf(route) === "text/html" ? page : payload;
    const etag = etags.get(route) ?? digestTag(body);
    etags.set(route, etag);
    reply.header("etag", etag).header("cache-control", "public, no-cache");
    return withoutBodyIfKnown(request, reply, body);
  });
  const drawing = lifecycleDrawing();
  app.get("/docs/lifecycle.svg", async (_request, reply) =>
    reply.type("image/svg+xml").send(drawing),
  );
  app.get("/docs/page.js", async (_request, reply) =>
    reply.type("application/javascript; charset=utf-8").send(script),
  );
  await app.register(scalar, { routePrefix: "/docs", configuration: { url: "" } });
};

const mediaTypeOf = (url: string): string => {
  if (url.endsWith(".js")) return "application/javascript";
  return url.endsWith(".svg") ? "image/svg+xml" : "text/html";
};
