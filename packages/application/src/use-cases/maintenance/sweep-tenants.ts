import type { RequestContext } from "../../context.ts";
import type { MaintenanceReport, MaintenanceRun } from "../../ports/input/maintenance.ts";
import type { SweepInput, SweepReport } from "../../ports/input/sweep.ts";
import type { DueOrder } from "../../ports/output/due-orders.ts";
import type { TenantPage } from "../../ports/output/due-tenants.ts";
import type { TenantId } from "../../tenant-id.ts";
import { RunTally } from "./run-tally.ts";

// Tenants per look into the storage.
const TENANTS = 100;

// Orders that one tenant is seen to before the next has its turn.
const TURN = 100;

// Orders that one run looks at; the next one goes on.
const MAX_ORDERS = 10_000;

// So many defects end a tenant's part in the run: going on would only repeat them.
const MAX_FAILURES = 10;

// So many tenants in a row that end so are no fault of theirs, but a defect of ours or a database that is gone.
const MAX_BROKEN = 3;

/** Who acts when nobody has asked. */
const ordo = { type: "service", id: "ordo" } as const;

/** One tenant's sweep, as far as it has come. */
interface Turn {
  readonly tenantId: TenantId;
  readonly after: DueOrder | null;
}

/**
 * Sweeps every tenant that has something due: each a little, then those that were not done with a little
 * more, so that a tenant with much to do, or with orders on which every attempt breaks, holds up no other.
 */
export const sweepTenants = async (
  due: (page: TenantPage) => Promise<readonly TenantId[]>,
  sweepTenant: (input: SweepInput, context: RequestContext) => Promise<SweepReport>,
  { shouldStop = () => false, onProgress = () => undefined }: MaintenanceRun = {},
): Promise<MaintenanceReport> => {
  const tally = new RunTally();
  let brokenInARow = 0;
  let leftOver = false;
  const isOver = () => shouldStop() || tally.seen >= MAX_ORDERS || brokenInARow >= MAX_BROKEN;

  /** What is left of the tenant's work after its turn. */
  const takeTurn = async ({ tenantId, after }: Turn): Promise<readonly Turn[]> => {
    const limit = Math.min(TURN, MAX_ORDERS - tally.seen);
    const context = { tenantId, actor: ordo, actingCustomerId: null, deadline: null };
    const report = await sweepTenant({ limit, after, shouldStop }, context);
    tally.add(tenantId, report);
    onProgress(tally.done);
    const isBroken = report.failures.length >= MAX_FAILURES;
    brokenInARow = isBroken ? brokenInARow + 1 : 0;
    if (isBroken) leftOver ||= report.remaining;
    return report.remaining && !isBroken ? [{ tenantId, after: report.last }] : [];
  };

  let unfinished: Turn[] = [];
  for await (const tenantId of allPages(due)) {
    if (isOver()) return tally.report(true);
    unfinished.push(...(await takeTurn({ tenantId, after: null })));
  }
  while (unfinished.length > 0) {
    const round = unfinished;
    unfinished = [];
    for (const turn of round) {
      if (isOver()) return tally.report(true);
      unfinished.push(...(await takeTurn(turn)));
    }
  }
  return tally.report(leftOver);
};

async function* allPages(
  due: (page: TenantPage) => Promise<readonly TenantId[]>,
): AsyncGenerator<TenantId, void, void> {
  for (let after: TenantId | null = null; ;) {
    const page: readonly TenantId[] = await due({ limit: TENANTS, after });
    yield* page;
    after = page.at(-1) ?? null;
    if (page.length < TENANTS) return;
  }
}
