export type { ReadObserver, ReadReplica } from "./consistency/read-replica.ts";
export { scopes } from "./plugins/authentication/access.ts";
export { buildApp } from "./app.ts";
export type { HttpLimits, HttpOptions } from "./options.ts";
export { defaultLimits } from "./options.ts";
export type {
  AsymmetricAlgorithm,
  AuthenticationOptions,
} from "./plugins/authentication/authentication-options.ts";
export type { MetricsSource } from "./observation/metrics-source.ts";
export type { FinishedRequest, RequestObserver } from "./observation/request-observer.ts";
export { type LoggedError, redactError, redactText } from "./observation/redact-error.ts";
export type { AdmissionLimits, AdmissionObserver } from "./admission/admission-options.ts";
export { defaultAdmissionLimits } from "./admission/admission-options.ts";
export type { Readiness, ReadinessFault } from "./routes/health/readiness.ts";
export { makeMemoryRateLimiter } from "./rate-limits/memory-rate-limiter.ts";
export type {
  RateLimitObserver,
  RateLimitOptions,
  RateQuotas,
} from "./rate-limits/rate-limit-options.ts";
export { type TraceParent, traceParentOf } from "./observation/trace-parent.ts";
