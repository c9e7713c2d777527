import type { CreatedPosition, Cursor, OrderPosition, TimelinePosition } from "@ordo/application";
import { OrderId, Timestamp } from "@ordo/domain";
import canonicalize from "canonicalize";
import { err, ok, type Result } from "neverthrow";
import { z } from "zod";
import { makeTextSigner } from "./signed-text.ts";

/** Cursors of one list: opaque to clients, tied to the path, filters and sort they were made for. */
export interface Cursors<Position> {
  encode(cursor: Cursor<Position>, madeFor: object): string;
  decode(cursor: string, madeFor: object): Result<Cursor<Position>, CursorFault>;
}

export type CursorFault = "tampered" | "made for other filters";

/** The cursors of every list. Each signs under a key of its own, so that none is taken for another's. */
export const makeCursors = (keyMaterial: string | Uint8Array) => ({
  orders: cursorsOf<OrderPosition>(
    keyMaterial,
    "order",
    z.strictObject({
      key: z.union([z.int(), z.string()]),
      id: z.string().transform(OrderId),
    }),
  ),
  customers: cursorsOf(keyMaterial, "customer", createdPosition),
  products: cursorsOf(keyMaterial, "product", createdPosition),
  timeline: cursorsOf<TimelinePosition>(
    keyMaterial,
    "timeline",
    z.strictObject({ version: z.int() }),
  ),
});

// Positions are no secret and hold no tenant: the tenant always comes from the token.
const createdPosition: z.ZodType<CreatedPosition> = z.strictObject({
  createdAt: z.int().transform(Timestamp),
  id: z.string(),
});

const cursorsOf = <Position>(
  keyMaterial: string | Uint8Array,
  list: string,
  position: z.ZodType<Position>,
): Cursors<Position> => {
  const signer = makeTextSigner(keyMaterial, `ordo ${list} cursor v1`);
  const payload = z.tuple([z.enum(["after", "before"]), position, z.string()]);
  return {
    encode: (cursor, madeFor) =>
      signer.sign(JSON.stringify([cursor.direction, cursor.position, keyOf(madeFor)])),
    decode: (cursor, madeFor) => {
      const text = signer.open(cursor);
      if (text === undefined) return err("tampered");
      const [direction, found, wasMadeFor] = payload.parse(JSON.parse(text));
      return wasMadeFor === keyOf(madeFor)
        ? ok({ direction, position: found })
        : err("made for other filters");
    },
  };
};

const keyOf = (madeFor: object): string => canonicalize(madeFor) ?? "";
