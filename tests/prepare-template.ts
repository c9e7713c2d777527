import { migrateToLatest } from "@ordo/adapters-postgres";

/** Brings the template database to the newest schema. */
export async function prepareTemplate(url: string): Promise<void> {
  await migrateToLatest(url);
}
