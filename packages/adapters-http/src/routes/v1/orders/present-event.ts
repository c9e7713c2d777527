import type { RequestContext } from "@ordo/application";
import { type OrderEvent, Timestamp } from "@ordo/domain";
import { presentTimestamp } from "../../../schemas/timestamp.ts";
import type { EventResource } from "./event-schema.ts";

export type Viewer = Pick<RequestContext, "actingCustomerId">;

/** The event that made this version, as it is published. */
export const presentEvent = (
  version: number,
  { type, at, actor, ...data }: OrderEvent,
  viewer: Viewer,
): EventResource => ({
  version,
  type,
  at: presentTimestamp(at),
  actor: { type: actor.type, id: actor.id },
  data: published(data, viewer),
});

const published = (data: object, viewer: Viewer): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(data).flatMap(([key, value]: [string, unknown]) => {
      // What staff notes is for staff.
      if (key === "internalNote" && viewer.actingCustomerId !== null) return [];
      if (key === "expiresAt" && typeof value === "number")
        return [[key, presentTimestamp(Timestamp(value))]];
      return isObject(value) ? [[key, published(value, viewer)]] : [[key, value]];
    }),
  );

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
