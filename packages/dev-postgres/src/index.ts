export { type BorrowedPostgres, borrowEmbeddedPostgres } from "./borrow-embedded-postgres.ts";
export { DevPostgresError } from "./dev-postgres-error.ts";
export {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from "./start-embedded-postgres.ts";
export type { ServerSettings } from "./server-settings.ts";
