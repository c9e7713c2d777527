import { z } from "zod";

/** An email address; at most 254 characters fit into SMTP's path (RFC 5321 § 4.5.3.1.3). */
export const email = z
  .email("Send an email address, such as ada@example.com.")
  .max(254)
  .meta({ examples: ["ada@example.com"] });
