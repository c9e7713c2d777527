import { PassThrough } from "node:stream";
import type {
  Maintenance,
  MaintenanceReport,
  MaintenanceRun,
  MaintenanceTask,
} from "@ordo/application";
import { expect, test } from "vitest";
import { nothingDone } from "../testing/nothing-done.ts";
import { maintain } from "./maintain.ts";

const aTerminal = (printed: string[] = []) => ({
  env: {},
  print: (text: string) => printed.push(text),
  progress: new PassThrough().resume(),
  exitWith: () => undefined,
});

test("gives every order its turn in one go: the next time it would begin with the same ones", async () => {
  const runs: (MaintenanceRun | undefined)[] = [];
  const task: MaintenanceTask = async (run) => {
    runs.push(run);
    return { ...nothingDone, skipped: 20_000 };
  };
  const maintenance = { expireOrders: task, settlePayments: task, forgetKeys: task };
  await maintain(maintenance, ["expire_orders", "settle_payments"], aTerminal());
  expect(runs).toMatchObject([{ maxOrders: Infinity }, { maxOrders: Infinity }]);
});

test("says that more is due where it stopped because it did not get on", async () => {
  const printed: string[] = [];
  const reports: MaintenanceReport[] = [
    { ...nothingDone, done: 6_000, skipped: 4_000, remaining: true },
    { ...nothingDone, done: 4_000, skipped: 6_000, remaining: true },
  ];
  const maintenance: Maintenance = {
    expireOrders: async () => reports.shift() ?? nothingDone,
    settlePayments: async () => ({ ...nothingDone, skipped: 2 }),
    forgetKeys: async () => nothingDone,
  };
  const sound = await maintain(
    maintenance,
    ["expire_orders", "settle_payments"],
    aTerminal(printed),
  );
  expect(sound).toBe(true);
  expect(printed).toEqual([
    "expire_orders: expired 10000 orders, left 6000 that cannot be expired now; more are due: run it again",
    "settle_payments: settled the payments of 0 orders, those of 2 are still unknown",
  ]);
});
