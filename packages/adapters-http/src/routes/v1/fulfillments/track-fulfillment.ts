import type { TrackFulfillment } from "@ordo/application";
import { FulfillmentId, type Order, OrderId } from "@ordo/domain";
import { z } from "zod";
import { answerWrite } from "../../../operation/answer.ts";
import { defineOperation } from "../../../operation/define-operation.ts";
import { nothing, changeHeaders } from "../../../operation/request-input.ts";
import { fulfillmentResource } from "../orders/ledger-schemas.ts";
import { presentFulfillment } from "../orders/present-ledgers.ts";
import { prefix } from "../prefix.ts";
import { carrier, fulfillmentParams, trackingNumbers } from "./fulfillments.ts";

const tracking = z
  .strictObject({ carrier: carrier.nullish(), trackingNumbers: trackingNumbers.nullish() })
  .meta({
    id: "FulfillmentPatch",
    description: "A merge patch (RFC 7396): what is left out stays, null clears.",
  });

export const trackFulfillment = (useCase: TrackFulfillment) =>
  defineOperation({
    method: "PATCH",
    path: `${prefix}/orders/:orderId/fulfillments/:fulfillmentId`,
    operationId: "trackFulfillment",
    tag: "Fulfillments",
    summary: "Set tracking",
    description: "Sets carrier and tracking numbers. What changes nothing keeps the version.",
    scope: "fulfillments:write",
    cacheControl: "no-store",
    ifMatch: "required",
    input: z.object({
      params: fulfillmentParams,
      query: nothing,
      headers: changeHeaders,
      body: tracking,
    }),
    examples: {
      parcel: {
        summary: "A parcel's number",
        value: { carrier: "DHL", trackingNumbers: ["00340434161094042557"] },
      },
    },
    success: {
      status: 200,
      description: "The fulfillment as changed.",
      schema: fulfillmentResource,
      headers: ["ETag", "Preference-Applied"],
    },
    problems: [
      "not-found",
      "not-allowed-in-status",
      "not-allowed-in-fulfillment-status",
      "staff-only",
      "too-many-items",
    ],
    handle: async ({ params, body }, context, { ifMatch }) =>
      answerWrite(
        await useCase(
          {
            orderId: OrderId(params.orderId),
            fulfillmentId: FulfillmentId(params.fulfillmentId),
            expectedVersion: ifMatch,
            changes: {
              ...(body.carrier !== undefined && { carrier: body.carrier }),
              ...(body.trackingNumbers !== undefined && {
                trackingNumbers: body.trackingNumbers ?? [],
              }),
            },
          },
          context,
        ),
        (order) => ({
          body: presentFulfillment(fulfillmentOf(order, params.fulfillmentId)),
          version: order.version,
        }),
      ),
  });

const fulfillmentOf = ({ fulfillments }: Order, id: string) => {
  const found = fulfillments.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error("A fulfillment that was changed is gone");
  return found;
};
