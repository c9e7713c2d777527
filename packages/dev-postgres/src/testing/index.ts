export { cloneDatabase, type TestDatabase } from "./clone-database.ts";
export { createTemplate } from "./create-template.ts";
export { startEmbeddedTestServer, type EmbeddedTestServer } from "./start-embedded-test-server.ts";
export { startStandby } from "./start-standby.ts";
export { startTestServer, type TestServer } from "./start-test-server.ts";
