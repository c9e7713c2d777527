import { makeUseCases, type OutputPorts } from "@ordo/application";
import { ContainerModule } from "inversify";
import { tokens } from "../tokens.ts";

/** The use cases, over whichever ports the other modules provide. */
export const applicationModule = (): ContainerModule =>
  new ContainerModule(({ bind }) => {
    bind(tokens.useCases).toResolvedValue(useCasesOver, [
      tokens.orders,
      tokens.orderQueries,
      tokens.orderNumbers,
      tokens.customers,
      tokens.products,
      tokens.clock,
      tokens.ids,
    ]);
  });

const useCasesOver = (
  orders: OutputPorts["orders"],
  orderQueries: OutputPorts["orderQueries"],
  orderNumbers: OutputPorts["orderNumbers"],
  customers: OutputPorts["customers"],
  products: OutputPorts["products"],
  clock: OutputPorts["clock"],
  ids: OutputPorts["ids"],
) => makeUseCases({ orders, orderQueries, orderNumbers, customers, products, clock, ids });
