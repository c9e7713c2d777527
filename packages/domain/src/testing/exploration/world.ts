import type { OrderCommand, OrderCommandType } from "../../order/order-command.ts";
import type { Order } from "../../order/order.ts";

/** A part of the domain small enough to be walked to its end. */
export interface World {
  readonly name: string;
  /** What an order may begin with. */
  readonly beginnings: readonly OrderCommand[];
  readonly commands: readonly OrderCommandType[];
  readonly bounds: Bounds;
}

/** How many of each may be alive at once. Units are bounded by the beginnings. */
export interface Bounds {
  readonly lines: number;
  readonly payments: number;
  readonly fulfillments: number;
  readonly returns: number;
  readonly edits: number;
  readonly holds: number;
  readonly creditLines: number;
  /** What a provider may answer. */
  readonly outcomes: readonly ("succeeded" | "failed" | "unknown")[];
  /** Minor units of a partial authorization, capture or refund; null for whole amounts only. */
  readonly part: number | null;
}

/** Commands that a world tries on an order, one list per type. */
export type Candidates = (order: Order, bounds: Bounds) => readonly OrderCommand[];
