import type { GeneratedAlways } from "kysely";
import type { JsonColumn } from "./json-column.ts";
import type { TimestamptzColumn } from "./time-columns.ts";

/** The journal. `data` is the event; the other columns repeat what readers filter by. */
export interface OrderEventsTable {
  tenant_id: string;
  order_id: string;
  /** Gapless per order: the n-th event makes version n. */
  version: number;
  type: string;
  data: JsonColumn;
  /** Of this event and all before it: see journal/hash-chain.ts. */
  hash: Buffer;
  actor_type: string;
  actor_id: string;
  at: TimestamptzColumn;
  /** The writing transaction: with `position` the cursor of a feed that skips nothing. */
  xid: GeneratedAlways<string>;
  position: GeneratedAlways<number>;
}
