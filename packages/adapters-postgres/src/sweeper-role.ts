/** The role that finds due work of every tenant, and forgets old keys (docs/decisions/0016). */
export const sweeperRole = "ordo_sweeper";
