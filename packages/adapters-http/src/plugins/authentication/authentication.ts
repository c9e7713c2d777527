import type { FastifyPluginAsync, FastifyReply, FastifyRequest, RouteOptions } from "fastify";
import fastifyPlugin from "fastify-plugin";
import type { Problem } from "../../problem-details/problem.ts";
import { sendProblem } from "../../problem-details/send-problem.ts";
import type { LimitRate } from "../../rate-limits/limit-rate.ts";
import type { Access } from "./access.ts";
import type { Caller } from "./caller.ts";
import { scopeMissing, tokenInvalid, tokenMissing } from "./challenge.ts";
import type { TokenVerifier } from "./verify-token.ts";
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
  readonly tokens: TokenVerifier;
  readonly limitRate: LimitRate;
}

/**
 * Lets a request through only with the scope that its route declares. It runs before anything of the
 * request is parsed, so that without a token nothing is learned and little is spent.
 */
const plugin: FastifyPluginAsync<AuthenticationTools> = async (app, { tokens, limitRate }) => {
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

  const authenticate = async (
    request: FastifyRequest,
    reply: FastifyReply,
    scope: string | undefined,
  ): Promise<unknown> => {
    const admission = await admit(bearerToken(request), scope, tokens);
    if ("caller" in admission) {
      request.caller = admission.caller;
      return undefined;
    }
    // A guess costs as much as a request, or there would be no end of guesses.
    const limited = await limitRate(request, reply);
    return sendProblem(request, reply, limited ?? admission.problem);
  };

  app.addHook("onRequest", (request, reply, done) => {
    const { access } = routeOf(request).config;
    if (request.is404 || access === "public") return done();
    // Most tokens come again and again: nothing of them need be waited for.
    const known = tokens.known(bearerToken(request) ?? "");
    if (known && access !== undefined && known.caller.scopes.has(access)) {
      request.caller = known.caller;
      return done();
    }
    // Fastify waits for the promise in place of `done`.
    return authenticate(request, reply, access);
  });
};

const bearerToken = ({ headers }: FastifyRequest): string | undefined =>
  /^Bearer +(.*)$/i.exec(headers.authorization ?? "")?.[1]?.trim();

const admit = async (
  token: string | undefined,
  scope: string | undefined,
  tokens: TokenVerifier,
): Promise<{ readonly caller: Caller } | { readonly problem: Problem }> => {
  if (token === undefined) return { problem: tokenMissing };
  const verified = await tokens.verify(token);
  if (verified.isErr()) return { problem: tokenInvalid(verified.error) };
  const { caller } = verified.value;
  return scope !== undefined && caller.scopes.has(scope)
    ? { caller }
    : { problem: scopeMissing(scope ?? "") };
};

export const authentication = fastifyPlugin(plugin, { name: "authentication" });
