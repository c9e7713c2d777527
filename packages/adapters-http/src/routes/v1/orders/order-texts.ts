import type { OrderReading, RequestContext, RevisionKept } from "@ordo/application";
import type { OrderId } from "@ordo/domain";
import { jsonWriter } from "../../../operation/json-writer.ts";
import { orderResource } from "./order-schema.ts";
import { presentOrder } from "./present-order.ts";

/** An order at a revision, as the JSON that its reader is shown. */
export interface OrderText {
  readonly revision: string;
  readonly version: number;
  /** In UTF-8, as it goes to the wire: outside of V8's heap, whose garbage may grow with what lives in it. */
  readonly json: Buffer;
}

interface Entry {
  readonly text: OrderText;
  readonly bytes: number;
  /** Since it was kept, or since it last came to its turn to go. */
  readAgain: boolean;
}

/** Whose eyes an order is shown to: staff see it alike, each customer sees only its own. */
type Reader = Pick<RequestContext, "tenantId" | "actingCustomerId">;

/** One request's view of the texts: what it was told to be kept stays at hand until it is answered. */
export interface OrderTextsOfRequest {
  readonly revisionKept: RevisionKept;
  readonly textOf: (reading: OrderReading) => OrderText;
}

const write = jsonWriter(orderResource);

/** What an entry takes beside its bytes, roughly: key, objects, those of the buffer too, and its place in the map. */
const entryBytes = 768;

/**
 * Keeps orders as they were last shown, up to so many bytes; the oldest go first, but those that were read again get a
 * second chance (the clock algorithm: a read moves nothing). Nothing here can be stale: each request asks the database
 * for the revision, and a revision never comes again with another content (docs/decisions/0019).
 */
export class OrderTexts {
  readonly #maxBytes: number;
  readonly #entries = new Map<string, Entry>();
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
        const entry = this.#entries.get(keyOf(reader, id));
        if (entry === undefined) return undefined;
        entry.readAgain = true;
        found.set(id, entry.text);
        return entry.text.revision;
      },
      textOf: (reading) => {
        const known = found.get(reading.id);
        if (known?.revision === reading.revision) return known;
        if (reading.order === null)
          throw new Error("an order came without the state that it lacks");
        const json = encode(write(presentOrder(reading.order, reader)));
        const text = { revision: reading.revision, version: reading.order.version, json };
        this.#keep(keyOf(reader, reading.id), text);
        return text;
      },
    };
  }

  #keep(key: string, text: OrderText): void {
    this.#drop(key);
    const bytes = sizeOf(text);
    if (bytes > this.#maxBytes) return;
    this.#entries.set(key, { text, bytes, readAgain: false });
    this.#bytes += bytes;
    // The map keeps the order of insertion; what was read again goes to its end once more.
    for (const [oldest, entry] of this.#entries) {
      if (this.#bytes <= this.#maxBytes) return;
      this.#drop(oldest);
      if (entry.readAgain) this.#keepLonger(oldest, entry);
    }
  }

  #keepLonger(key: string, entry: Entry): void {
    entry.readAgain = false;
    this.#entries.set(key, entry);
    this.#bytes += entry.bytes;
  }

  #drop(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#entries.delete(key);
    this.#bytes -= entry.bytes;
  }
}

const keyOf = ({ tenantId, actingCustomerId }: Reader, id: OrderId): string =>
  `${id} ${tenantId} ${actingCustomerId ?? "staff"}`;

const sizeOf = ({ json }: OrderText): number => entryBytes + json.length;

/** In memory of its own: a part of Node's pool would keep all of that. */
const encode = (text: string): Buffer => {
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
  bytes.write(text);
  return bytes;
};
