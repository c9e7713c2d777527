import { SpanStatusCode, type Tracer } from "@opentelemetry/api";
import type { Around } from "../use-cases/around-use-cases.ts";
import { outcomeOf } from "../use-cases/outcome-of.ts";

/** A span for each use case, and how it ended. */
export const makeUseCaseSpans =
  (tracer: Tracer): Around =>
  (name, call) =>
  (...args) =>
    tracer.startActiveSpan(name, async (span) => {
      try {
        const answer = await call(...args);
        span.setAttribute("ordo.outcome", outcomeOf(answer));
        return answer;
      } catch (error) {
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    });
