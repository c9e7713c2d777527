import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { registerPublic } from "../../operation/public-route.ts";
import type { HttpLimits } from "../../options.ts";
import { unavailable } from "../../problem-details/http-problems.ts";
import { sendProblem } from "../../problem-details/send-problem.ts";
import type { Readiness } from "./readiness.ts";

const health = z.object({ status: z.literal("ok") }).meta({ id: "Health" });
const ok: z.output<typeof health> = { status: "ok" };

const readiness = z
  .object({
    status: z.literal("ok"),
    checks: z.record(z.string(), z.literal("ok")).meta({ description: "What was looked at." }),
    degraded: z
      .record(z.string(), z.string())
      .optional()
      .meta({ description: "What is amiss, and is done without." }),
  })
  .meta({ id: "Readiness" });

const describe = (
  path: string,
  operationId: string,
  summary: string,
  description: string,
  schema: z.ZodType = health,
) => ({
  method: "GET" as const,
  path,
  operationId,
  tag: "Health" as const,
  summary,
  description,
  success: {
    status: 200 as const,
    description: "Yes.",
    schema,
    headers: ["Cache-Control" as const],
  },
  problems: [],
});

/** Probes for load balancers and orchestrators. */
export const registerHealth = (
  app: FastifyInstance,
  check: () => Promise<Readiness>,
  limits: HttpLimits,
  replicaFault: () => string | null = () => null,
): void => {
  registerPublic(
    app,
    describe("/ping", "ping", "Is anyone there?", "Answers without touching anything."),
    async (_request, reply) => reply.header("cache-control", "no-store").send(ok),
  );
  registerPublic(
    app,
    describe(
      "/health/live",
      "isLive",
      "Is the process alive?",
      "When this fails, restart the process.",
    ),
    async (_request, reply) => reply.header("cache-control", "no-store").send(ok),
  );
  registerPublic(
    app,
    describe(
      "/health/ready",
      "isReady",
      "Can it serve?",
      "When this answers 503, send requests elsewhere for now; `checks` says why.",
      readiness,
    ),
    async (request, reply) => {
      const checks = await check().catch((error: unknown): Readiness => {
        request.fault = error;
        return { readiness: "does not answer" };
      });
      const shown = Object.fromEntries(
        Object.entries(checks).map(([name, fault]) => [name, fault ?? "ok"]),
      );
      const fault = replicaFault();
      const degraded = fault === null ? {} : { degraded: { replica: fault } };
      return Object.values(checks).every((found) => found === null)
        ? reply.header("cache-control", "no-store").send({ ...ok, checks: shown, ...degraded })
        : sendProblem(request, reply, {
            ...unavailable(limits.retryAfterSeconds),
            detail: "This instance cannot serve now: checks says why. Another one may.",
            extensions: { checks: shown },
          });
    },
  );
};
