import type { FastifyPluginAsync, RouteOptions } from "fastify";
import fastifyPlugin from "fastify-plugin";
import type { Problem } from "../../problem-details/problem.ts";
import { sendProblem } from "../../problem-details/send-problem.ts";
import type { LimitRate } from "../../rate-limits/limit-rate.ts";
import type { Access } from "./access.ts";
import type { Caller } from "./caller.ts";
import { scopeMissing, tokenInvalid, tokenMissing } from "./challenge.ts";
import type { VerifyToken } from "./verify-token.ts";
import { routeOf } from "../route-of.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Null on a public route. */
    caller: Caller | null;
  }
  interface FastifyContextConfig {
    /** Every route declares who may call it; the app does not start otherwise. */
    access?: Access;
  }
}

interface AuthenticationTools {
  readonly verifyToken: VerifyToken;
  readonly limitRate: LimitRate;
}

/**
 * Lets a request through only with the scope that its route declares. It runs before anything of the
 * request is parsed, so that without a token nothing is learned and little is spent.
 */
const plugin: FastifyPluginAsync<AuthenticationTools> = async (app, { verifyToken, limitRate }) => {
  app.decorateRequest("caller", null);

  const routes: RouteOptions[] = [];
  app.addHook("onRoute", (route) => {
    routes.push(route);
  });
  // At the end, when hooks of enclosed plugins have had their say on each route.
  app.addHook("onReady", async () => {
    const undeclared = routes.filter((route) => route.config?.access === undefined);
    if (undeclared.length > 0)
      throw new Error(
        `No access declared for ${undeclared.map(({ method, url }) => `${String(method)} ${url}`).join(", ")}: set config.access to a scope or "public"`,
      );
  });

  app.addHook("onRequest", async (request, reply) => {
    const { access } = routeOf(request).config;
    if (request.is404 || access === "public") return undefined;
    const admission = await admit(request.headers.authorization, access, verifyToken);
    if ("problem" in admission) {
      // A guess costs as much as a request, or there would be no end of guesses.
      const limited = await limitRate(request, reply);
      return sendProblem(request, reply, limited ?? admission.problem);
    }
    request.caller = admission.caller;
    return undefined;
  });
};

const admit = async (
  authorization: string | undefined,
  scope: string | undefined,
  verifyToken: VerifyToken,
): Promise<{ readonly caller: Caller } | { readonly problem: Problem }> => {
  const [, token] = /^Bearer +(.*)$/i.exec(authorization ?? "") ?? [];
  if (token === undefined) return { problem: tokenMissing };
  const verified = await verifyToken(token.trim());
  if (verified.isErr()) return { problem: tokenInvalid(verified.error) };
  const { caller } = verified.value;
  return scope !== undefined && caller.scopes.has(scope)
    ? { caller }
    : { problem: scopeMissing(scope ?? "") };
};

export const authentication = fastifyPlugin(plugin, { name: "authentication" });
