import {
  countOrders,
  type FaultyOrder,
  type OrdoDatabase,
  tenantsWithOrders,
  verifyOrders,
} from "@ordo/adapters-postgres";
import type { TenantId } from "@ordo/application";
import { StartupError } from "../startup-error.ts";
import { showProgress } from "./show-progress.ts";
import type { Terminal } from "./terminal.ts";

/** Verifies one tenant's orders, or every tenant's, and reports. True when every order agrees with its events. */
export const verify = async (
  database: OrdoDatabase,
  tenantId: TenantId | null,
  terminal: Terminal,
): Promise<boolean> => {
  const tenants = tenantId === null ? await everyTenant(database) : [tenantId];
  let total = 0;
  for (const tenant of tenants) total += await countOrders(database, tenant);

  const progress = showProgress(total, terminal.progress);
  const faulty = new Set<string>();
  let verified = 0;
  try {
    for (const tenant of tenants)
      for await (const batch of verifyOrders(database, tenant)) {
        verified += batch.verified;
        for (const order of batch.faulty) {
          faulty.add(order.orderId);
          for (const line of linesOf(order)) terminal.print(line);
        }
        progress.update(verified);
      }
  } finally {
    progress.stop();
  }
  terminal.print(conclusion(verified, faulty.size));
  return faulty.size === 0;
};

const everyTenant = async (database: OrdoDatabase): Promise<readonly TenantId[]> => {
  const tenants = await tenantsWithOrders(database);
  if (tenants.isErr())
    throw new StartupError(
      "This login sees one tenant at a time. Name one with --tenant, or log in as a superuser or a role with BYPASSRLS.",
    );
  return tenants.value;
};

const linesOf = ({ tenantId, orderId, number, faults }: FaultyOrder): readonly string[] =>
  faults.map(
    ({ check, detail }) =>
      `tenant ${tenantId} order ${orderId} (number ${number}) ${check}: ${detail}`,
  );

const conclusion = (verified: number, faulty: number): string => {
  const orders = verified === 1 ? "1 order" : `${String(verified)} orders`;
  if (faulty === 0) return `Verified ${orders}: all agree with their events.`;
  return `Verified ${orders}: ${String(faulty)} ${faulty === 1 ? "differs" : "differ"} from their events.`;
};
