import { z } from "zod";
import { pageOf } from "../../../schemas/page.ts";
import { timestamp } from "../../../schemas/timestamp.ts";

export const eventResource = z
  .object({
    version: z.int().meta({ description: "The version of the order that it made." }),
    type: z.string().meta({ examples: ["order.placed"] }),
    at: timestamp,
    actor: z
      .object({ type: z.enum(["user", "customer", "service"]), id: z.string() })
      .meta({ id: "Actor", description: "Who did it." }),
    data: z.looseObject({}).meta({ description: "What else the event says." }),
  })
  .meta({ id: "OrderEvent", description: "Something that happened to an order." });

export type EventResource = z.output<typeof eventResource>;

export const eventPage = pageOf(eventResource, "OrderEventPage");
