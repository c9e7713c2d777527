import { buildOf } from "../build.ts";
import type { Config } from "../config/config.ts";
import type { Tracing } from "./tracing.ts";

/** Traces when there is somewhere to send them. Loaded on demand, so that they cost nothing when they are off. */
export const tracesOf = async (config: Config): Promise<Tracing | null> => {
  if (config.OTEL_EXPORTER_OTLP_ENDPOINT === undefined) return null;
  const { openTracing } = await import("./open-tracing.ts");
  return openTracing({
    endpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT,
    serviceName: config.OTEL_SERVICE_NAME,
    version: buildOf(config.ORDO_REVISION).version,
    ratio: config.OTEL_TRACES_SAMPLER_ARG,
  });
};
