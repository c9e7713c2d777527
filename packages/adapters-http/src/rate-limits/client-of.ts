import { isIPv6 } from "node:net";
import type { FastifyRequest } from "fastify";
import type { RouteClass } from "./rate-limit-options.ts";

/** Whose quota a request is taken from, and which. */
export const clientOf = (
  request: FastifyRequest,
): { readonly routeClass: RouteClass; readonly client: string } => {
  const { caller } = request;
  if (caller === null || caller === undefined || request.is404)
    return { routeClass: "anonymous", client: networkOf(request.ip) };
  const reads = request.method === "GET" || request.method === "HEAD";
  return {
    routeClass: reads ? "read" : "write",
    client: `${caller.tenantId} ${caller.clientId}`,
  };
};

/** Whoever has one IPv6 address has 2^64 of them. */
const networkOf = (address: string): string =>
  isIPv6(address) && !address.startsWith("::ffff:")
    ? address.split("::", 1).join("").split(":").slice(0, 4).join(":")
    : address;
