import type { CommandOrder, CreateFulfillment, FulfillmentTarget } from "@ordo/application";
import { FulfillmentId, limits } from "@ordo/domain";
import { z } from "zod";
import { exampleId, identifier } from "../../../schemas/identifier.ts";
import { text } from "../../../schemas/text.ts";
import { lineQuantities, toLineQuantities } from "../orders/line-quantities.ts";
import {
  emptyBody,
  emptyExamples,
  expectedVersion,
  itemCommandParts,
  orderCommand,
} from "../orders/order-command.ts";
import { orderParams } from "../orders/order-schema.ts";

export const fulfillmentParams = orderParams.extend({
  fulfillmentId: identifier.meta({ description: "The fulfillment's id.", examples: [exampleId] }),
});

export const carrier = text({ max: 100 });
export const trackingNumber = text({ max: 100 });
export const trackingNumbers = z.array(trackingNumber).max(limits.trackingNumbersPerFulfillment);

const fulfillment = z
  .strictObject({
    lines: lineQuantities,
    carrier: carrier.nullish(),
    trackingNumber: trackingNumber.nullish().meta({ description: "When there is only one." }),
    trackingNumbers: trackingNumbers.default([]),
    expectedVersion,
  })
  .meta({ id: "NewFulfillment" });

export const createFulfillment = (useCase: CreateFulfillment) =>
  orderCommand({
    useCase,
    path: "/fulfillments",
    operationId: "createFulfillment",
    tag: "Fulfillments",
    summary: "Create a fulfillment",
    description: "Sets units of a confirmed order aside to travel together.",
    scope: "fulfillments:write",
    input: z.object({ ...itemCommandParts, params: orderParams, body: fulfillment }),
    examples: {
      parcel: {
        summary: "One unit, in a parcel",
        value: {
          lines: [{ lineId: exampleId, quantity: 1 }],
          carrier: "DHL",
          trackingNumber: "00340434161094042557",
        },
      },
    },
    success: "The order with the fulfillment. Location names the fulfillment.",
    problems: [
      "on-hold",
      "no-unit-to-fulfill",
      "unknown-item",
      "line-named-twice",
      "quantity-exceeds-rest",
      "too-many-items",
    ],
    toCommand: (target, { body }) => ({
      ...target,
      lines: toLineQuantities(body.lines),
      carrier: body.carrier ?? null,
      trackingNumbers: [
        ...(typeof body.trackingNumber === "string" ? [body.trackingNumber] : []),
        ...body.trackingNumbers,
      ],
    }),
    location: (_input, subject) => `/fulfillments/${subject}`,
  });

const steps = {
  packing: {
    operationId: "packFulfillment",
    summary: "Pack a fulfillment",
    description: "Notes that the units are packed. It may be left out.",
    success: "The order, the fulfillment packed.",
  },
  shipment: {
    operationId: "shipFulfillment",
    summary: "Ship a fulfillment",
    description: "Notes that the units have left: they are no longer on hand.",
    success: "The order, the fulfillment shipped.",
  },
  delivery: {
    operationId: "deliverFulfillment",
    summary: "Deliver a fulfillment",
    description: "Notes that the units have arrived.",
    success: "The order, the fulfillment delivered.",
  },
  cancellation: {
    operationId: "cancelFulfillment",
    summary: "Cancel a fulfillment",
    description: "Gives up a fulfillment that has not shipped; its units can be fulfilled again.",
    success: "The order, the fulfillment canceled.",
  },
} as const;

/** `POST …/fulfillments/{id}/<step>` takes a fulfillment one step on. */
export const fulfillmentStep = (
  step: keyof typeof steps,
  useCase: CommandOrder<FulfillmentTarget>,
) =>
  orderCommand({
    ...steps[step],
    useCase,
    path: `/fulfillments/:fulfillmentId/${step}`,
    tag: "Fulfillments",
    scope: "fulfillments:write",
    input: z.object({ ...itemCommandParts, params: fulfillmentParams, body: emptyBody }),
    examples: emptyExamples,
    problems: ["not-allowed-in-fulfillment-status", "on-hold"],
    toCommand: (target, { params }) => ({
      ...target,
      fulfillmentId: FulfillmentId(params.fulfillmentId),
    }),
    location: ({ params }) => `/fulfillments/${params.fulfillmentId}`,
  });
