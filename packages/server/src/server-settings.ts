import type {
  AdmissionLimits,
  AuthenticationOptions,
  HttpLimits,
  MetricsSource,
  RateQuotas,
} from "@ordo/adapters-http";

import type { Registry } from "prom-client";
import type { MaintenanceTaskName } from "./maintenance/maintenance-task-name.ts";
import type { GuardLimits } from "./payments/guard-limits.ts";
import type { Tracing } from "./tracing/tracing.ts";
import type { Build } from "./build.ts";

/** What the container needs to know: the configuration, with every default and secret settled. */
export interface ServerSettings {
  readonly database: {
    readonly url: string;
    /** Connections at most. */
    readonly poolSize: number;
  };
  readonly authentication: AuthenticationOptions;
  /** Signs list cursors; at least 32 bytes. */
  readonly cursorSecret: string;
  /** Is there a payment provider that moves no money and does as it is told? */
  readonly simulatedPayments: boolean;
  /** For each payment provider. */
  readonly paymentLimits: GuardLimits;
  readonly maintenance: {
    /** Milliseconds between two runs of a task. */
    readonly intervalsMs: Readonly<Record<MaintenanceTaskName, number>>;
    /** Milliseconds after which no request can be at a payment any more. */
    readonly requestsEndWithinMs: number;
  };
  /** Serve the OpenAPI document and its page? */
  readonly documentation: boolean;
  /** Serve `/metrics`? */
  readonly metrics: boolean;
  /** Where this process's metrics are served together with those of others. */
  readonly shareMetrics?: (own: Registry) => MetricsSource;
  readonly build: Build;
  readonly admission: AdmissionLimits;
  readonly limits: Partial<HttpLimits>;
  /** Null: no traces. */
  readonly tracing: Tracing | null;
  /** Null: no limits. */
  readonly rateLimits: RateQuotas | null;
  readonly redisUrl: string | undefined;
  readonly trustedProxies: readonly string[];
}
