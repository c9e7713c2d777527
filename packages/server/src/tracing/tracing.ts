import type { FastifyPluginAsync } from "fastify";
import type { Pool } from "pg";
import type { Around } from "../use-cases/around-use-cases.ts";

/** What the process tells of where each request's time goes. */
export interface Tracing {
  /** Spans around requests; must come before every other plugin. */
  readonly requests: FastifyPluginAsync;
  readonly useCases: Around;
  /** Spans around every statement of this pool from now on. */
  watch(pool: Pool): void;
  /** Sends what is left. */
  close(): Promise<void>;
}

export interface TracingOptions {
  /** Base URL of an OTLP/HTTP receiver. */
  readonly endpoint: string;
  readonly serviceName: string;
  readonly version: string;
  /** Share of traces that begin here and are recorded, 0 to 1; a caller's decision is kept. */
  readonly ratio: number;
}
