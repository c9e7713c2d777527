import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { registerPublic } from "../../operation/public-route.ts";
import type { HttpLimits } from "../../options.ts";
import { unavailable } from "../../problem-details/http-problems.ts";
import { sendProblem } from "../../problem-details/send-problem.ts";

const health = z.object({ status: z.literal("ok") }).meta({ id: "Health" });
const ok: z.output<typeof health> = { status: "ok" };

const describe = (path: string, operationId: string, summary: string, description: string) => ({
  method: "GET" as const,
  path,
  operationId,
  tag: "Health" as const,
  summary,
  description,
  success: {
    status: 200 as const,
    description: "Yes.",
    schema: health,
    headers: ["Cache-Control" as const],
  },
  problems: [],
});

/** Probes for load balancers and orchestrators. */
export const registerHealth = (
  app: FastifyInstance,
  readiness: () => Promise<boolean>,
  limits: HttpLimits,
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
      "When this answers 503, send requests elsewhere for now.",
    ),
    async (request, reply) => {
      const ready = await readiness().catch((error: unknown) => {
        request.log.warn({ err: error }, "not ready");
        return false;
      });
      return ready
        ? reply.header("cache-control", "no-store").send(ok)
        : sendProblem(request, reply, unavailable(limits.retryAfterSeconds));
    },
  );
};
