import { TenantId } from "@ordo/application";

/** The tenant of the development token and the demo catalog. */
export const demoTenantId = TenantId("01990000-0000-7000-8000-000000000001");
