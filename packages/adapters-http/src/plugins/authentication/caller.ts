import type { RequestContext } from "@ordo/application";

/** Who sent the request, as a verified token says. */
export interface Caller extends Omit<RequestContext, "deadline"> {
  /**
   * Whose idempotency keys these are: the token's `client_id` or `azp`, else its `sub`, together with the customer it
   * acts for.
   */
  readonly clientId: string;
  readonly scopes: ReadonlySet<string>;
}
