import { scopes as everyScope } from "@ordo/adapters-http";
import { Command, InvalidArgumentError, Option } from "commander";
import { z } from "zod";
import { readConfig } from "../config/config.ts";
import { listFaults } from "../config/list-faults.ts";
import { demoTenantId } from "../development/demo-tenant.ts";
import { issueDevelopmentToken } from "../development/development-token.ts";
import { settleKeys } from "../keys.ts";
import { StartupError } from "../startup-error.ts";
import type { Terminal } from "./terminal.ts";

interface TokenOptions {
  readonly tenant: string;
  readonly scope: readonly string[];
  readonly subject: string;
  readonly customer?: string;
  readonly expires: string;
}

/** `ordo token`: a token for development. */
export const tokenCommand = ({ env, print }: Terminal): Command =>
  new Command("token")
    .summary("print a token for development")
    .description(
      "Prints a token that the development server accepts, signed with JWT_SECRET or else with the secret that `npm start` made. Refuses with NODE_ENV=production: there, tokens come from your issuer.",
    )
    .option("--tenant <uuid>", "tenant to act in", uuid, demoTenantId)
    .addOption(
      new Option("--scope <scope...>", "what it permits")
        .choices(Object.keys(everyScope))
        .default(Object.keys(everyScope), "every scope"),
    )
    .option("--subject <id>", "who acts", "developer")
    .option("--customer <uuid>", "act as this customer", uuid)
    .option("--expires <span>", "how long it is good, as 30d, 12h or 5m", span, "30d")
    .addHelpText(
      "after",
      '\nExample:\n  curl -H "Authorization: Bearer $(ordo token --scope orders:read)" http://127.0.0.1:3000/api/v1/orders',
    )
    .action(async ({ tenant, scope, subject, customer, expires }: TokenOptions) => {
      // Before its other faults: to mend those would help nobody to a token.
      if (env["NODE_ENV"] === "production") throw new StartupError(notHere);
      const config = readConfig(env);
      if (config.isErr()) throw new StartupError(listFaults(config.error));
      const { tokenSecret } = await settleKeys(config.value);
      if (tokenSecret === null) throw new StartupError(notHere);
      const { JWT_ISSUER: issuer, JWT_AUDIENCE: audience } = config.value;
      const grant = { tenant, scopes: scope, subject, customerId: customer, expires };
      print(await issueDevelopmentToken({ secret: tokenSecret, issuer, audience }, grant));
    });

const notHere =
  "ordo token signs for development only; with NODE_ENV=production, or with JWKS_URL, it refuses. Take one from your issuer, or for a development server run it with NODE_ENV=development and without JWKS_URL.";

const uuid = (value: string): string => {
  if (!z.uuid().safeParse(value).success) throw new InvalidArgumentError("It must be a UUID.");
  return value.toLowerCase();
};

const span = (value: string): string => {
  if (!/^[1-9]\d{0,4}[smhd]$/.test(value))
    throw new InvalidArgumentError("It must be a number with s, m, h or d, such as 12h.");
  return value;
};
