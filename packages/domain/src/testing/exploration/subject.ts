import { allowedActions } from "../../order/allowed-actions.ts";
import { decide } from "../../order/decide.ts";
import { evolve } from "../../order/evolve.ts";
import { currentTotal } from "../../order/order-totals.ts";
import { stockMovements } from "../../order/stock-movements.ts";

/** What is explored: the domain, or a mutant of it. */
export interface Subject {
  readonly decide: typeof decide;
  readonly evolve: typeof evolve;
  readonly allowedActions: typeof allowedActions;
  readonly stockMovements: typeof stockMovements;
  readonly currentTotal: typeof currentTotal;
}

export const domain: Subject = { decide, evolve, allowedActions, stockMovements, currentTotal };
