import { createTemplate, startTestServer } from "@ordo/dev-postgres/testing";
import type { TestProject } from "vitest/node";
import type {} from "@ordo/dev-postgres/vitest";
import { prepareTemplate } from "./prepare-template.ts";

const template = "ordo_template";

/** One PostgreSQL server for the whole run; every test file clones the migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  try {
    await createTemplate(server.url, template, prepareTemplate);
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide("postgresUrl", server.url);
  project.provide("postgresTemplate", template);
  return () => server.stop();
}
