export { useTestDatabase } from "./use-test-database.ts";
