import { context, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from "@opentelemetry/sdk-trace";
import { makeRequestSpans } from "./request-spans.ts";
import { watchStatements } from "./statement-spans.ts";
import type { Tracing, TracingOptions } from "./tracing.ts";
import { makeUseCaseSpans } from "./use-case-spans.ts";

/** Traces by OTLP over HTTP. Load this module on demand: without tracing, none of it is there. */
export const openTracing = (options: TracingOptions): Tracing => {
  const { endpoint, serviceName, version, ratio } = options;
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, "")}/v1/traces` });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ "service.name": serviceName, "service.version": version }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  const tracer = provider.getTracer("ordo", version);
  return {
    requests: makeRequestSpans(tracer),
    useCases: makeUseCaseSpans(tracer),
    watch: (pool) => watchStatements(tracer, pool),
    close: async () => {
      await provider.shutdown();
      context.disable();
      trace.disable();
    },
  };
};
