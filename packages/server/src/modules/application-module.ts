import { makeUseCases, type OutputPorts, type UseCases } from "@ordo/application";
import { ContainerModule } from "inversify";
import type { Metrics } from "../metrics/metrics.ts";
import type { Tracing } from "../tracing/tracing.ts";
import { tokens } from "../tokens.ts";
import { aroundUseCases } from "../use-cases/around-use-cases.ts";

/** The use cases, over whichever ports the other modules provide. */
export const applicationModule = (): ContainerModule =>
  new ContainerModule(({ bind }) => {
    bind(tokens.useCases).toResolvedValue(useCasesOver, [
      tokens.orders,
      tokens.orderJournal,
      tokens.orderQueries,
      tokens.orderExport,
      tokens.orderNumbers,
      tokens.dueOrders,
      tokens.customers,
      tokens.products,
      tokens.payments,
      tokens.clock,
      tokens.ids,
      tokens.metrics,
      tokens.tracing,
    ]);
  });

const useCasesOver = (
  orders: OutputPorts["orders"],
  orderJournal: OutputPorts["orderJournal"],
  orderQueries: OutputPorts["orderQueries"],
  orderExport: OutputPorts["orderExport"],
  orderNumbers: OutputPorts["orderNumbers"],
  dueOrders: OutputPorts["dueOrders"],
  customers: OutputPorts["customers"],
  products: OutputPorts["products"],
  payments: OutputPorts["payments"],
  clock: OutputPorts["clock"],
  ids: OutputPorts["ids"],
  metrics: Metrics,
  tracing: Tracing | null,
): UseCases => {
  const ports = {
    orders,
    orderJournal,
    orderQueries,
    orderExport,
    orderNumbers,
    dueOrders,
    customers,
    products,
    payments,
    clock,
    ids,
  };
  const measured = aroundUseCases(makeUseCases(ports), metrics.useCases);
  return tracing === null ? measured : aroundUseCases(measured, tracing.useCases);
};
