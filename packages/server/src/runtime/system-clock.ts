import type { Clock } from "@ordo/application";
import { Timestamp } from "@ordo/domain";

export const systemClock: Clock = { now: () => Timestamp(Date.now()) };
