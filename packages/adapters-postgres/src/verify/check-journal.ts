import type { OrderEvent } from "@ordo/domain";
import { chainHash } from "../journal/hash-chain.ts";
import type { OrderFault } from "./order-fault.ts";
import type { StoredEvent, StoredOrder } from "./stored-order.ts";

/** Versions 1, 2, 3 … up to the order's. */
export const checkVersions = ({ row, events }: StoredOrder): readonly OrderFault[] => {
  const present = new Set(events.map(({ version }) => version));
  const last = Math.max(row.version, events.at(-1)?.version ?? 0);
  const faults: OrderFault[] = [];
  for (let version = 1; version <= last && faults.length < maxFaults; version += 1)
    if (!present.has(version))
      faults.push({ check: "versions", detail: `version ${String(version)} is missing` });
  if (last > row.version)
    faults.push({
      check: "versions",
      detail: `the journal goes on to version ${String(last)}, the order is at ${String(row.version)}`,
    });
  return faults;
};

/** A journal that has lost much is reported as such, not version by version. */
const maxFaults = 5;

/** Names the first event whose hash is wrong: those behind it continue from what is stored. */
export const checkChain = ({ row, events }: StoredOrder): readonly OrderFault[] => {
  let previous: Buffer | null = null;
  for (const { version, data, hash } of events) {
    if (!chainHash(previous, version, data).equals(hash))
      return [{ check: "hash chain", detail: `is broken at version ${String(version)}` }];
    previous = hash;
  }
  return previous !== null && !previous.equals(row.chain_head)
    ? [{ check: "hash chain", detail: "does not end where the order says" }]
    : [];
};

/** The columns beside each event's text. */
export const checkEventColumns = ({ events }: StoredOrder): readonly OrderFault[] =>
  events.flatMap((event) => {
    const wrong = wrongColumns(event);
    const detail = `version ${String(event.version)}: ${wrong.join(", ")}`;
    return wrong.length === 0 ? [] : [{ check: "events", detail }];
  });

const wrongColumns = (row: StoredEvent): readonly string[] => {
  const { type, actor, at } = readEvent(row.data);
  const expected = { type, actor_type: actor?.type, actor_id: actor?.id, at };
  return (["type", "actor_type", "actor_id", "at"] as const).filter(
    (column) => row[column] !== expected[column],
  );
};

/** What the text says, if it is an event at all: here nothing is taken on trust. */
const readEvent = (data: string): Partial<Pick<OrderEvent, "type" | "actor" | "at">> => {
  const event: unknown = JSON.parse(data);
  return typeof event === "object" && event !== null ? event : {};
};
