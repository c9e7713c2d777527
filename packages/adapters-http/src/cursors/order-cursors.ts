import type { Cursor, OrderFilter, OrderPosition } from "@ordo/application";
import { OrderId, Timestamp } from "@ordo/domain";
import canonicalize from "canonicalize";
import { err, ok, type Result } from "neverthrow";
import { z } from "zod";
import { makeTextSigner } from "./signed-text.ts";

/** Cursors of the order list: opaque to clients, tied to the filter they were made for. */
export interface OrderCursors {
  encode(cursor: Cursor<OrderPosition>, filter: OrderFilter): string;
  decode(cursor: string, filter: OrderFilter): Result<Cursor<OrderPosition>, CursorFault>;
}

export type CursorFault = "tampered" | "made for other filters";

// Positions are no secret and hold no tenant: the tenant always comes from the token.
const payload = z.tuple([
  z.enum(["after", "before"]),
  z.int().transform(Timestamp),
  z.string().transform(OrderId),
  z.string(),
]);

export const makeOrderCursors = (keyMaterial: string | Uint8Array): OrderCursors => {
  const signer = makeTextSigner(keyMaterial, "ordo order cursor v1");
  return {
    encode: ({ direction, position }, filter) =>
      signer.sign(JSON.stringify([direction, position.createdAt, position.id, keyOf(filter)])),
    decode: (cursor, filter) => {
      const text = signer.open(cursor);
      if (text === undefined) return err("tampered");
      const [direction, createdAt, id, madeFor] = payload.parse(JSON.parse(text));
      return madeFor === keyOf(filter)
        ? ok({ direction, position: { createdAt, id } })
        : err("made for other filters");
    },
  };
};

const keyOf = (filter: OrderFilter): string => canonicalize(filter) ?? "";
