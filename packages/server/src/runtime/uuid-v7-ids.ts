import { randomUUIDv7 } from "node:crypto";
import type { IdGenerator } from "@ordo/application";

export const uuidV7Ids: IdGenerator = { next: () => randomUUIDv7() };
