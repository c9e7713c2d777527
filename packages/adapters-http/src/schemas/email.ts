import { z } from "zod";

/** An email address; at most 254 characters fit into SMTP's path (RFC 5321 § 4.5.3.1.3). */
export const email = z
  .email("Send an email address, such as ada@example.com.")
  .max(254)
  // `format: email` says so where the published pattern, which is zod's, does not.
  .refine(
    (address) => !/-(?:\.|$)/.test(address.slice(address.indexOf("@"))),
    "Send an email address, such as ada@example.com: no label of its domain ends in a hyphen (RFC 1123 § 2.1).",
  )
  .meta({ examples: ["ada@example.com"] });
