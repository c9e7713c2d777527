import type { OrderReading, RequestContext, RevisionKept } from "@ordo/application";
import type { OrderId } from "@ordo/domain";
import { jsonWriter } from "../../../operation/json-writer.ts";
import { orderResource } from "./order-schema.ts";
import { presentOrder } from "./present-order.ts";

/** An order at a revision, as the JSON that its reader is shown. */
export interface OrderText {
  readonly revision: string;
  readonly version: number;
  readonly json: Buffer;
}

/** Whose eyes an order is shown to: staff see it alike, each customer sees only its own. */
type Reader = Pick<RequestContext, "tenantId" | "actingCustomerId">;

/** One request's view of the texts: what it was told to be kept stays at hand until it is answered. */
export interface OrderTextsOfRequest {
  readonly revisionKept: RevisionKept;
  readonly textOf: (reading: OrderReading) => OrderText;
}

const write = jsonWriter(orderResource);

/** What an entry takes beside its bytes, roughly: key, objects, and its place in the map. */
const entryBytes = 512;

/**
 * Keeps orders as they were last shown, the most recently read ones, up to so many bytes. Nothing here can be stale:
 * each request asks the database for the revision, and a revision never comes again with another content
 * (docs/decisions/0019).
 */
export class OrderTexts {
  readonly #maxBytes: number;
  readonly #texts = new Map<string, OrderText>();
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** The bytes that are kept now. */
  get bytes(): number {
    return this.#bytes;
  }

  forRequest(reader: Reader): OrderTextsOfRequest {
    // Others may push out what this request has said to have.
    const found = new Map<OrderId, OrderText>();
    return {
      revisionKept: (id) => {
        const text = this.#recall(keyOf(reader, id));
        if (text) found.set(id, text);
        return text?.revision;
      },
      textOf: (reading) => {
        const known = found.get(reading.id);
        if (known?.revision === reading.revision) return known;
        if (reading.order === null)
          throw new Error("an order came without the state that it lacks");
        const json = ownBytes(write(presentOrder(reading.order, reader)));
        const text = { revision: reading.revision, version: reading.order.version, json };
        this.#keep(keyOf(reader, reading.id), text);
        return text;
      },
    };
  }

  #recall(key: string): OrderText | undefined {
    const text = this.#texts.get(key);
    if (text === undefined) return undefined;
    // The map keeps the order of insertion: the one read longest ago is its first.
    this.#texts.delete(key);
    this.#texts.set(key, text);
    return text;
  }

  #keep(key: string, text: OrderText): void {
    this.#drop(key);
    if (sizeOf(text) > this.#maxBytes) return;
    this.#texts.set(key, text);
    this.#bytes += sizeOf(text);
    for (const oldest of this.#texts.keys()) {
      if (this.#bytes <= this.#maxBytes) return;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    const text = this.#texts.get(key);
    if (text === undefined) return;
    this.#texts.delete(key);
    this.#bytes -= sizeOf(text);
  }
}

const keyOf = ({ tenantId, actingCustomerId }: Reader, id: OrderId): string =>
  `${id} ${tenantId} ${actingCustomerId ?? "staff"}`;

const sizeOf = ({ json }: OrderText): number => json.length + entryBytes;

/** Not from the pool: a slice of it would keep its neighbours in memory. */
const ownBytes = (text: string): Buffer => {
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
  bytes.write(text);
  return bytes;
};
