import type { FastifyPluginAsync } from "fastify";
import { digestTag, withoutBodyIfKnown } from "../conditional-requests.ts";
import { routeOf } from "../route-of.ts";
import { lifecycleDrawing } from "./lifecycle-drawing.ts";
import { page, script } from "./page.ts";
import { scalarScript } from "./scalar-script.ts";

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
    const route = routeOf(request).url ?? "";
    const etag = etags.get(route) ?? digestTag(payload);
    etags.set(route, etag);
    reply.header("etag", etag).header("cache-control", "public, no-cache");
    return withoutBodyIfKnown(request, reply, payload);
  });
  const drawing = lifecycleDrawing();
  app.get("/docs/lifecycle.svg", async (_request, reply) =>
    reply.type("image/svg+xml").send(drawing),
  );
  app.get("/docs/page.js", async (_request, reply) => reply.type(javascript).send(script));
  app.get("/docs/js/scalar.js", async (_request, reply) =>
    reply.type(javascript).send(await scalarScript()),
  );
  app.get("/docs", async (_request, reply) => reply.redirect("/docs/", 301));
  app.get("/docs/", async (_request, reply) => reply.type("text/html; charset=utf-8").send(page));
};

const javascript = "application/javascript; charset=utf-8";

const mediaTypeOf = (url: string): string => {
  if (url.endsWith(".js")) return "application/javascript";
  return url.endsWith(".svg") ? "image/svg+xml" : "text/html";
};
