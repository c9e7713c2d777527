import {
  type Context,
  context,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Tracer,
} from "@opentelemetry/api";
import { traceParentOf } from "@ordo/adapters-http";
import type { FastifyPluginAsync, FastifyRequest } from "fastify";
import fastifyPlugin from "fastify-plugin";

/** A span for each request, in the caller's trace when it names one. It holds no URL: that may hold an email. */
export const makeRequestSpans = (tracer: Tracer): FastifyPluginAsync =>
  fastifyPlugin(async (app) => {
    app.addHook("onRequest", (request, reply, done) => {
      const route = request.routeOptions.url ?? "none";
      const attributes = { "http.request.method": request.method, "http.route": route };
      const span = tracer.startSpan(
        `${request.method} ${route}`,
        { kind: SpanKind.SERVER, attributes },
        parentOf(request),
      );
      reply.raw.once("close", () => {
        span.setAttribute("http.response.status_code", reply.statusCode);

        if (reply.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      });
      context.with(trace.setSpan(context.active(), span), done);
    });
  });

const parentOf = ({ headers }: FastifyRequest): Context => {
  const parent = traceParentOf(headers.traceparent);
  if (parent === undefined) return ROOT_CONTEXT;
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId: parent.traceId,
    spanId: parent.parentId,
    traceFlags: parent.sampled ? TraceFlags.SAMPLED : TraceFlags.NONE,
    isRemote: true,
  });
};
