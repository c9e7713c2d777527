import scalar from "@scalar/fastify-api-reference";
import type { FastifyPluginAsync } from "fastify";
import { digestTag, withoutBodyIfKnown } from "./conditional-requests.ts";
import { contractPath } from "./openapi/contract-route.ts";

// The browser is told to load nothing from elsewhere, whatever the page may try.
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
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
  app.addHook("onRoute", (route) => {
    route.config = { ...route.config, access: "public", mediaType: mediaTypeOf(route.url) };
  });
  const etags = new Map<string, string>();
  app.addHook("onSend", async (request, reply, payload) => {
    reply.header("content-security-policy", contentSecurityPolicy);
    if (typeof payload !== "string" || reply.statusCode !== 200) return payload;
    // By route, of which there are three: any URL may bring a query of its own.
    const route = request.routeOptions.url ?? "";
    const etag = etags.get(route) ?? digestTag(payload);
    etags.set(route, etag);
    reply.header("etag", etag).header("cache-control", "public, no-cache");
    return withoutBodyIfKnown(request, reply, payload);
  });
  await app.register(scalar, {
    routePrefix: "/docs",
    configuration: {
      url: contractPath,
      pageTitle: "Ordo API",
      withDefaultFonts: false,
      telemetry: false,
      agent: { disabled: true },
      mcp: { disabled: true },
      hideClientButton: true,
      showDeveloperTools: "never",
      authentication: { preferredSecurityScheme: "bearer" },
      defaultOpenAllTags: true,
      defaultHttpClient: { targetKey: "shell", clientKey: "curl" },
    },
  });
};

const mediaTypeOf = (url: string): string =>
  url.endsWith(".js") ? "application/javascript" : "text/html";
