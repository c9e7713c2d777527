import { redactError } from "@ordo/adapters-http";
import { SweeperRefused } from "@ordo/adapters-postgres";
import type { Maintenance, MaintenanceFailure, MaintenanceReport } from "@ordo/application";
import { goesOn } from "../maintenance/goes-on.ts";
import { type MaintenanceTaskName, taskNamed } from "../maintenance/maintenance-task-name.ts";
import { StartupError } from "../startup-error.ts";
import { showCount } from "./show-count.ts";
import type { Terminal } from "./terminal.ts";

/** Runs the tasks, each for as long as it gets on, and reports what is left. True when nothing broke. */
export const maintain = async (
  maintenance: Maintenance,
  names: readonly MaintenanceTaskName[],
  terminal: Terminal,
): Promise<boolean> => {
  let sound = true;
  for (const name of names) {
    const { done, last } = await runToItsEnd(maintenance, name, terminal);
    for (const failure of last.failures) terminal.print(lineOf(failure));
    const more = last.remaining ? "; more are due: run it again" : "";
    terminal.print(`${name}: ${conclusions[name](done, last)}${more}`);
    sound &&= last.failures.length === 0;
  }
  return sound;
};

const runToItsEnd = async (
  maintenance: Maintenance,
  name: MaintenanceTaskName,
  { progress }: Terminal,
): Promise<{ readonly done: number; readonly last: MaintenanceReport }> => {
  const run = taskNamed(maintenance, name);
  const count = showCount(name, progress);
  let before = 0;
  try {
    for (;;) {
      // Where a run ended is forgotten with the process: what it left would come last again each time.
      const last = await run({
        maxOrders: Infinity,
        onProgress: (done) => count.update(before + done),
      });
      before += last.done;
      if (!goesOn(last)) return { done: before, last };
    }
  } catch (error) {
    if (error instanceof SweeperRefused)
      throw new StartupError(capitalized(error.message), { cause: error });
    throw error;
  } finally {
    count.stop();
  }
};

const conclusions: Readonly<
  Record<MaintenanceTaskName, (done: number, last: MaintenanceReport) => string>
> = {
  expire_orders: (done, { skipped }) =>
    `expired ${orders(done)}, left ${String(skipped)} that cannot be expired now`,
  settle_payments: (done, { skipped }) =>
    `settled the payments of ${orders(done)}, those of ${String(skipped)} are still unknown`,
  forget_keys: (done) => `forgot ${String(done)} idempotency ${done === 1 ? "key" : "keys"}`,
};

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const orders = (count: number): string => (count === 1 ? "1 order" : `${String(count)} orders`);

const lineOf = ({ tenantId, orderId, error }: MaintenanceFailure): string =>
  `tenant ${tenantId} order ${orderId} failed: ${redactError(error).message}`;
