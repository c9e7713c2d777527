import scalar from "@scalar/fastify-api-reference";
import type { FastifyPluginAsync } from "fastify";
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
  app.addHook("onSend", async (_request, reply) => {
    reply.header("content-security-policy", contentSecurityPolicy);
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
      defaultOpenAllTags: true,
      defaultHttpClient: { targetKey: "shell", clientKey: "curl" },
    },
  });
};

const mediaTypeOf = (url: string): string =>
  url.endsWith(".js") ? "application/javascript" : "text/html";
