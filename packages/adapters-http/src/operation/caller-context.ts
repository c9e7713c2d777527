import type { Deadline, WriteContext } from "@ordo/application";
import type { FastifyRequest } from "fastify";
import { fingerprintOf } from "../idempotency/fingerprint.ts";

interface Circumstances {
  readonly streamsBody: boolean;
  readonly dryRun: boolean;
  readonly deadline: Deadline;
}

/** On whose behalf the request runs, and under which key. */
export const contextOf = (
  request: FastifyRequest,
  { streamsBody, dryRun, deadline }: Circumstances,
): WriteContext => {
  if (request.caller === null) throw new Error("An operation ran without a caller");
  const { tenantId, actor, actingCustomerId, clientId } = request.caller;
  const key = request.headers["idempotency-key"];
  // A dry run does nothing, so there is nothing that a key could keep from happening twice.
  const claims = request.method === "POST" && typeof key === "string" && !dryRun;
  const body = streamsBody ? undefined : request.body;
  return {
    tenantId,
    actor,
    actingCustomerId,
    deadline,
    claim: claims
      ? { clientId, key, fingerprint: fingerprintOf(request.method, request.url, body) }
      : null,
  };
};
