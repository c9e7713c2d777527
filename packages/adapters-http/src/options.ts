import type { FastifyBaseLogger, FastifyPluginAsync } from "fastify";
import type { AdmissionLimits, AdmissionObserver } from "./admission/admission-options.ts";
import type { ReadReplica } from "./consistency/read-replica.ts";
import type { MetricsSource } from "./observation/metrics-source.ts";
import type { RequestObserver } from "./observation/request-observer.ts";
import type { AuthenticationOptions } from "./plugins/authentication/authentication-options.ts";

import type { RateLimitOptions } from "./rate-limits/rate-limit-options.ts";
import type { Readiness } from "./routes/health/readiness.ts";

/** What `buildApp` needs beside the use cases. */
export interface HttpOptions {
  readonly authentication: AuthenticationOptions;
  /**
   * Key material of at least 32 bytes for signing list cursors. Every instance of one deployment needs
   * the same. May be the JWT secret: the key in use is derived from it (HKDF), never the secret itself.
   */
  readonly cursorSecret: string | Uint8Array;
  /** Can this instance serve now? A fault, or a rejection, makes `/health/ready` answer 503. Default: always. */
  readonly readiness?: () => Promise<Readiness>;
  /** Where reads may go that say so in `Ordo-Consistency`. Default: nowhere. */
  readonly readReplica?: ReadReplica;
  /** Will it stop soon, so that clients had better close their connections? Default: never. */
  readonly isLeaving?: () => boolean;
  /** Is this thrown error an outage of something we depend on (503), not a bug (500)? Default: never. */
  readonly isUnavailable?: (error: unknown) => boolean;
  /** Was this thrown before anything of the request was done, for want of room or time? Default: never. */
  readonly isTurnedAway?: (error: unknown) => boolean;
  /** How many requests are worked on, and how many wait. */
  readonly admission?: Partial<AdmissionLimits>;
  readonly admissionObserver?: AdmissionObserver;
  /** What each client may ask for. Default: whatever it likes. */
  readonly rateLimits?: RateLimitOptions;
  /** Addresses or networks whose `X-Forwarded-For` is believed. Default: none. */
  readonly trustedProxies?: readonly string[];
  /** Registered before anything else, so that its hooks surround all others. */
  readonly instrumentation?: FastifyPluginAsync;
  /** Told of every request. */
  readonly observer?: RequestObserver;
  /** Serve `/metrics` from here? Default: no. */
  readonly metrics?: MetricsSource;
  /** A pino instance, or false for silence (the default). */
  readonly logger?: FastifyBaseLogger | false;
  /** Serve `/api/v1/openapi.json` and `/docs`? Default: true. */
  readonly documentation?: boolean;
  readonly limits?: Partial<HttpLimits>;
  /** More routes to serve under the same rules; each declares `config.access`. */
  readonly routes?: readonly FastifyPluginAsync[];
}

/** Every bound of the adapter, each with its unit in its name. */
export interface HttpLimits {
  /** Larger request bodies answer 413. */
  readonly bodyBytes: number;
  /** Longer request targets answer 414. */
  readonly urlBytes: number;
  /** Larger header sections, the request line included, answer 431. */
  readonly headerBytes: number;
  /**
   * A client that takes longer to send its headers, or after them its body, is answered 408. A body that is streamed
   * may take as long as it likes, if never for so long nothing of it comes.
   */
  readonly requestTimeoutMs: number;
  /**
   * A request that takes longer to answer is answered 503. A second later a client that still reads its answer is cut
   * off; one that is streamed, an export, may take a day.
   */
  readonly handlerTimeoutMs: number;
  /** Idle connections are closed after this; keep it above that of a load balancer in front. */
  readonly keepAliveTimeoutMs: number;
  /**
   * A connection on which not one byte has moved for this long, in either direction, is destroyed. It bounds how long a
   * client that stops reading makes us hold its answer in memory (and one that stops sending, its request); it does not
   * bound a client that goes on slowly, nor how large an answer is. Keep it above `handlerTimeoutMs`, during which
   * nothing moves either, and above `keepAliveTimeoutMs`.
   */
  readonly connectionTimeoutMs: number;
  /** `Retry-After` of a 503. */
  readonly retryAfterSeconds: number;
  /** When the event loop is later than this, requests are answered 503 unread. */
  readonly eventLoopDelayMs: number;
  /** Verified tokens remembered at once; the oldest goes first. */
  readonly cachedTokens: number;
  /** Bytes of orders kept as the JSON they were last read as; 0 keeps none. */
  readonly cachedOrderBytes: number;
  /** Faults listed in one 400. */
  readonly faultsPerProblem: number;
}

export const defaultLimits: HttpLimits = {
  bodyBytes: 1024 * 1024,
  urlBytes: 8 * 1024,
  headerBytes: 16 * 1024,
  requestTimeoutMs: 30_000,
  handlerTimeoutMs: 30_000,
  keepAliveTimeoutMs: 72_000,
  connectionTimeoutMs: 90_000,
  retryAfterSeconds: 2,
  eventLoopDelayMs: 1_000,
  cachedTokens: 10_000,
  cachedOrderBytes: 48 * 1024 * 1024,
  faultsPerProblem: 100,
};
