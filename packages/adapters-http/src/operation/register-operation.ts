import type { WriteContext } from "@ordo/application";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { logicalRequestId } from "../idempotency/logical-request-id.ts";
import { fingerprintOf } from "../idempotency/fingerprint.ts";
import type { AdmissionQueue } from "../admission/admission-queue.ts";
import type { HttpLimits } from "../options.ts";
import type { Caller } from "../plugins/authentication/caller.ts";
import { invalidRequest } from "../problem-details/http-problems.ts";
import { problemOf } from "../problem-details/refusal-problems.ts";
import { sendProblem } from "../problem-details/send-problem.ts";
import type { Handled } from "./answer.ts";
import { inputFaults } from "./input-faults.ts";
import type { Operation, OperationDescription } from "./operation.ts";
import type { RequestInput } from "./request-input.ts";
import { serializerSchema } from "./serializer-schema.ts";
import { sendAnswer } from "./send-answer.ts";
import { wordFault } from "./word-fault.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    operation?: OperationDescription & { readonly input?: RequestInput };
  }
}

export interface OperationTools {
  readonly limits: HttpLimits;
  readonly admission: AdmissionQueue;
}

/** Serves the operation: check the request, ask the use case, write what it came to. */
export const registerOperation = <Input extends RequestInput>(
  app: FastifyInstance,
  operation: Operation<Input>,
  { limits, admission }: OperationTools,
): void => {
  const { method, path, scope, input, success, cacheControl, handle } = operation;
  app.route({
    method,
    url: path,
    config: { access: scope, operation },
    schema: {
      response: {
        [success.status]: {
          content: { "application/json": { schema: serializerSchema(success.schema) } },
        },
      },
    },
    handler: async (request, reply) => {
      const { params, query, headers, body } = request;
      const read = input.safeParse(
        { params, query, headers, body },
        { error: wordFault, reportInput: true },
      );
      if (!read.success)
        return sendProblem(
          request,
          reply,
          invalidRequest(inputFaults(read.error), limits.faultsPerProblem),
        );

      const context = contextOf(request, callerOf(request));
      const handled = await admission.run(() => handle(read.data, context));
      if (handled.replayed) reply.header("idempotent-replayed", "true");
      return handled.result.match(
        (answer) => sendAnswer(request, reply, answer, { status: success.status, cacheControl }),
        (refusal) => sendRefusal(request, reply, refusal, context),
      );
    },
  });
};

type Refused = ReturnType<Handled["result"]["_unsafeUnwrapErr"]>;

const sendRefusal = (
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refused,
  context: WriteContext,
): FastifyReply => {
  if ("pointer" in refusal) return sendProblem(request, reply, invalidRequest([refusal], 1));
  const problem = problemOf(refusal);
  const requestId = logicalRequestId(context);
  if (requestId === undefined) return sendProblem(request, reply, problem);
  request.logicalId = requestId;
  return sendProblem(request, reply, problem, requestId);
};

const callerOf = (request: FastifyRequest): Caller => {
  if (request.caller === null) throw new Error("An operation ran without a caller");
  return request.caller;
};

const contextOf = (request: FastifyRequest, caller: Caller): WriteContext => {
  const { tenantId, actor, actingCustomerId, clientId } = caller;
  const key = request.headers["idempotency-key"];
  const claims = request.method === "POST" && typeof key === "string";
  return {
    tenantId,
    actor,
    actingCustomerId,
    claim: claims
      ? { clientId, key, fingerprint: fingerprintOf(request.method, request.url, request.body) }
      : null,
  };
};
