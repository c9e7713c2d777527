import type { MetricsSource } from "@ordo/adapters-http";
import { AggregatorRegistry, type Registry } from "prom-client";
import { type Order, orders, type Report } from "./messages.ts";

/** A worker's line to its primary. */
export interface WorkerLink {
  /** Resolves when the worker has to stop: told so, or left alone by a primary that died. */
  readonly stopped: Promise<{ readonly drain: boolean }>;
  ready(url: string): void;
  /** Adds a worker's own metrics to those of all workers, and serves these. */
  share(own: Registry): MetricsSource;
}

const patienceMs = 6_000;

export const openWorkerLink = (): WorkerLink => {
  const stopped = Promise.withResolvers<{ readonly drain: boolean }>();
  const asked = new Map<number, (text: string) => void>();
  let count = 0;
  // Makes this worker answer when the primary collects.
  new AggregatorRegistry();
  process.on("message", (message: unknown) => {
    const order = orders.safeParse(message);
    if (order.success) obey(order.data);
  });
  process.on("disconnect", () => stopped.resolve({ drain: false }));
  const askPrimary = async (own: Registry): Promise<string> => {
    const id = (count += 1);
    const answer = Promise.withResolvers<string>();
    const timer = setTimeout(() => answer.resolve(""), patienceMs);
    asked.set(id, answer.resolve);
    report({ ordo: "ask-metrics", id });
    try {
      // Its own are better than none.
      return (await answer.promise) || (await own.metrics());
    } finally {
      clearTimeout(timer);
      asked.delete(id);
    }
  };
  const obey = (order: Order): void => {
    if (order.ordo === "stop") stopped.resolve({ drain: order.drain });
    else asked.get(order.id)?.(order.text);
  };
  return {
    stopped: stopped.promise,
    ready: (url) => report({ ordo: "ready", url }),
    share: (own) => {
      AggregatorRegistry.setRegistries(own);
      return { render: () => askPrimary(own) };
    },
  };
};
const report = (message: Report): void => void process.send?.(message);
