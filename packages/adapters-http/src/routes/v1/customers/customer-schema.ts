import { z } from "zod";
import { email } from "../../../schemas/email.ts";
import { exampleId, identifier } from "../../../schemas/identifier.ts";
import { metadata } from "../../../schemas/metadata.ts";
import { text } from "../../../schemas/text.ts";
import { timestamp } from "../../../schemas/timestamp.ts";

export const customerParams = z.strictObject({
  customerId: identifier.meta({ description: "The customer's id.", examples: [exampleId] }),
});

export const newCustomer = z
  .strictObject({
    email: email.meta({ description: "Unique among your customers, without regard to case." }),
    name: text({ max: 250 }).nullish(),
    phone: text({ max: 50 }).nullish(),
    metadata: metadata.default({}),
  })
  .meta({ id: "NewCustomer" });

export const customerResource = z
  .object({
    id: z.string().meta({ format: "uuid" }),
    version: z.int().meta({ description: "1 when created, one more with every change." }),
    email: z.string(),
    name: z.string().nullable(),
    phone: z.string().nullable(),
    metadata: z.record(z.string(), z.string()),
    createdAt: timestamp,
    updatedAt: timestamp,
  })
  .meta({ id: "Customer" });

export type CustomerResource = z.output<typeof customerResource>;
