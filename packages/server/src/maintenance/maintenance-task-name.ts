import type { Maintenance } from "@ordo/application";

/** How metrics, logs and `ordo maintain` call the tasks. */
export const maintenanceTaskNames = ["expire_orders", "settle_payments", "forget_keys"] as const;
export type MaintenanceTaskName = (typeof maintenanceTaskNames)[number];

export const taskNamed = (maintenance: Maintenance, name: MaintenanceTaskName) => {
  switch (name) {
    case "expire_orders":
      return maintenance.expireOrders;
    case "settle_payments":
      return maintenance.settlePayments;
    case "forget_keys":
      return maintenance.forgetKeys;
  }
};
