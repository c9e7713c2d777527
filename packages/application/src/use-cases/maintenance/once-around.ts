import type { TenantPage } from "../../ports/output/due-tenants.ts";
import type { TenantId } from "../../tenant-id.ts";

// Tenants per look into the storage.
const TENANTS = 100;

export type FindTenants = (page: TenantPage) => Promise<readonly TenantId[]>;

/** Each tenant that is found once: those behind the one, then from the first up to that one. */
export async function* onceAround(
  find: FindTenants,
  start: TenantId | null,
): AsyncGenerator<TenantId, void, void> {
  yield* allBehind(find, start);
  if (start === null) return;
  for await (const tenantId of allBehind(find, null)) {
    if (tenantId > start) return;
    yield tenantId;
  }
}

async function* allBehind(
  find: FindTenants,
  start: TenantId | null,
): AsyncGenerator<TenantId, void, void> {
  for (let after = start; ;) {
    const page: readonly TenantId[] = await find({ limit: TENANTS, after });
    yield* page;
    after = page.at(-1) ?? null;
    if (page.length < TENANTS) return;
  }
}
