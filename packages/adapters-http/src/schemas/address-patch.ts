import type { Address } from "@ordo/domain";
import { z } from "zod";
import { toAddress } from "./address.ts";
import { text } from "./text.ts";

const part = text({ min: 0, max: 250 }).nullish();

/** A merge patch of an address (RFC 7396): what is left out stays, null clears. */
export const addressPatch = z
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
      .nullish(),
    phone: part,
  })
  .meta({ id: "AddressPatch" });

export const patchedAddress = (
  was: Address | null,
  patch: z.output<typeof addressPatch> | null,
): Address | null => {
  if (patch === null) return null;
  const merged = (key: keyof Address): string => {
    const value = patch[key];
    return value === undefined ? (was?.[key] ?? "") : (value ?? "");
  };
  return toAddress({
    name: merged("name"),
    line1: merged("line1"),
    line2: merged("line2"),
    city: merged("city"),
    region: merged("region"),
    postalCode: merged("postalCode"),
    country: merged("country"),
    phone: merged("phone"),
  });
};
