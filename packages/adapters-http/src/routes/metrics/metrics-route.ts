import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { MetricsSource } from "../../observation/metrics-source.ts";
import { registerPublic } from "../../operation/public-route.ts";

const mediaType = "text/plain";

/** What Prometheus scrapes. */
export const registerMetrics = (app: FastifyInstance, metrics: MetricsSource): void => {
  registerPublic(
    app,
    {
      method: "GET",
      path: "/metrics",
      operationId: "getMetrics",
      tag: "Health",
      summary: "Read the metrics",
      description:
        "For Prometheus, in its text exposition format. Internal: a proxy in front should not pass it on.",
      success: {
        status: 200,
        description: "The metrics.",
        schema: z.string(),
        headers: ["Cache-Control"],
        mediaTypes: [mediaType],
      },
      problems: [],
    },
    async (_request, reply) =>
      reply
        .header("cache-control", "no-store")
        .type(`${mediaType}; version=0.0.4; charset=utf-8`)
        .send(await metrics.render()),
  );
};
