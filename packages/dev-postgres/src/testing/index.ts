export { cloneDatabase, type TestDatabase } from "./clone-database.ts";
export { createTemplate } from "./create-template.ts";
export { startTestServer, type TestServer } from "./start-test-server.ts";
