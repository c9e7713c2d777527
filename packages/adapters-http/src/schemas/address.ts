import type { Address } from "@ordo/domain";
import { z } from "zod";
import { text } from "./text.ts";

const part = text({ min: 0, max: 250 }).default("");

/** Where to send goods or the bill. Every part may be left out. */
export const address = z
  .strictObject({
    name: part,
    line1: part,
    line2: part,
    city: part,
    region: part,
    postalCode: part,
    country: z
      .string()
      .regex(/^([A-Z]{2})?$/, "Send an ISO 3166-1 alpha-2 code in upper case, such as GB.")
      .default("")
      .meta({ description: "ISO 3166-1 alpha-2." }),
    phone: part,
  })
  .meta({ id: "AddressInput" });

/** An address that says nothing is none. */
export const toAddress = (given: z.output<typeof address> | null | undefined): Address | null =>
  given && Object.values(given).some((value) => value !== "") ? given : null;

const shown = z.string();

export const addressResource = z
  .object({
    name: shown,
    line1: shown,
    line2: shown,
    city: shown,
    region: shown,
    postalCode: shown,
    country: shown,
    phone: shown,
  })
  .meta({ id: "Address" });

export const presentAddress = (address: Address): z.output<typeof addressResource> => ({
  name: address.name,
  line1: address.line1,
  line2: address.line2,
  city: address.city,
  region: address.region,
  postalCode: address.postalCode,
  country: address.country,
  phone: address.phone,
});
