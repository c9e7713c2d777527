import {
  context,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from "@opentelemetry/api";
import type { Pool, PoolClient } from "pg";

/** A span for each statement inside a trace: its text, whose values are parameters, never the values. */
export const watchStatements = (tracer: Tracer, pool: Pool): void => {
  pool.on("connect", (client: PoolClient) => {
    const query = client.query.bind(client);
    const traced = (...args: readonly unknown[]): unknown => {
      if (trace.getSpan(context.active()) === undefined) return Reflect.apply(query, client, args);
      const span = startSpan(tracer, textOf(args[0]));
      return finishing(span, args, (seen) => Reflect.apply(query, client, seen));
    };
    Object.defineProperty(client, "query", { value: traced, configurable: true });
  });
};

const startSpan = (tracer: Tracer, text: string): Span =>
  tracer.startSpan(/^\s*\w+/.exec(text)?.[0].trim().toUpperCase() ?? "SQL", {
    kind: SpanKind.CLIENT,
    attributes: { "db.system.name": "postgresql", "db.query.text": text },
  });

const textOf = (query: unknown): string => {
  if (typeof query === "string") return query;
  const text = typeof query === "object" && query !== null && "text" in query ? query.text : "";
  return typeof text === "string" ? text : "";
};

/** Ends the span when the statement does: pg tells by a callback when given one, else by a promise. */
const finishing = (
  span: Span,
  args: readonly unknown[],
  run: (args: readonly unknown[]) => unknown,
): unknown => {
  const end = (error?: unknown): void => {
    if (error) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  };
  const callback = args.at(-1);
  if (typeof callback === "function")
    return run([
      ...args.slice(0, -1),
      (error: unknown, ...rest: readonly unknown[]) => {
        end(error);
        Reflect.apply(callback, undefined, [error, ...rest]);
      },
    ]);
  const answer = run(args);
  if (answer instanceof Promise) answer.then(() => end(), end);
  else end();
  return answer;
};
