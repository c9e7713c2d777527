import type { RequestContext } from "../../context.ts";
import type { MaintenanceReport, MaintenanceRun } from "../../ports/input/maintenance.ts";
import type { SweepInput, SweepReport } from "../../ports/input/sweep.ts";
import type { TenantId } from "../../tenant-id.ts";
import { type FindTenants, onceAround } from "./once-around.ts";
import type { Rotation } from "./rotation.ts";
import { RunTally } from "./run-tally.ts";

// Orders that one tenant is seen to before the next has its turn.
const TURN = 100;

// Orders that one run looks at, unless it is told otherwise; the next one goes on.
const MAX_ORDERS = 10_000;

// So many defects end a tenant's part in the run: going on would only repeat them.
const MAX_FAILURES = 10;

// So many tenants in a row that end so are no fault of theirs, but a defect of ours or a database that is gone.
const MAX_BROKEN = 3;

/** Who acts when nobody has asked. */
const ordo = { type: "service", id: "ordo" } as const;

/**
 * Sweeps every tenant that has something due: each a little, then those that were not done with a little
 * more, so that a tenant with much to do, or with orders on which every attempt breaks, holds up no other.
 * It goes on where the last run ended.
 */
export const sweepTenants = async (
  due: FindTenants,
  sweepTenant: (input: SweepInput, context: RequestContext) => Promise<SweepReport>,
  rotation: Rotation,
  {
    shouldStop = () => false,
    onProgress = () => undefined,
    maxOrders = MAX_ORDERS,
  }: MaintenanceRun = {},
): Promise<MaintenanceReport> => {
  const tally = new RunTally(rotation.oldestSkipped);
  let brokenInARow = 0;
  let leftOver = false;
  const isOver = () => shouldStop() || tally.seen >= maxOrders || brokenInARow >= MAX_BROKEN;

  /** True when the tenant is to have another turn. */
  const takeTurn = async (tenantId: TenantId): Promise<boolean> => {
    const limit = Math.min(TURN, maxOrders - tally.seen);
    const context = { tenantId, actor: ordo, actingCustomerId: null, deadline: null };
    const after = rotation.placeOf(tenantId);
    rotation.takesTurn(tenantId);
    const report = await sweepTenant({ limit, after, shouldStop }, context);
    tally.add(tenantId, report);
    onProgress(tally.done);
    rotation.tookTurn(tenantId, report.remaining ? report.last : null);
    const isBroken = report.failures.length >= MAX_FAILURES;
    brokenInARow = isBroken ? brokenInARow + 1 : 0;
    if (isBroken) leftOver ||= report.remaining;
    return report.remaining && !isBroken;
  };

  /** @param forgets has all that is due had its turn, so that the next run meets what was skipped again? */
  const end = (remaining: boolean, forgets: boolean) => {
    const report = tally.report(remaining);
    rotation.oldestSkipped = forgets ? null : report.oldestSkipped;
    return report;
  };
  let unfinished: TenantId[] = [];
  for await (const tenantId of onceAround(due, rotation.after)) {
    if (isOver()) return end(true, false);
    if (await takeTurn(tenantId)) unfinished.push(tenantId);
  }
  while (unfinished.length > 0) {
    const round = unfinished;
    unfinished = [];
    for (const tenantId of round) {
      if (isOver()) return end(true, false);
      if (await takeTurn(tenantId)) unfinished.push(tenantId);
    }
  }
  rotation.after = null;
  return end(leftOver, !rotation.isMidway);
};
