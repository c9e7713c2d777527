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

export interface ReplicaSettings {
  readonly url: string;
  /** Milliseconds that a read waits for the replica to get as far as it must be. */
  readonly waitMs: number;
  /** Milliseconds that it may be behind for reads that take any state. */
  readonly maxLagMs: number;
}

/** What the container needs to know: the configuration, with every default and secret settled. */
export interface ServerSettings {
  readonly database: {
    readonly url: string;
    /** Connections at most. */
    readonly poolSize: number;
    /** False behind a proxy that does not know prepared statements. */
    readonly prepare: boolean;
    /** Null: all reads go to the primary. */
    readonly replica: ReplicaSettings | null;
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
  /** Has this process just brought the schema up to date? Otherwise readiness asks whether somebody has. */
  readonly migrated?: boolean;
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
