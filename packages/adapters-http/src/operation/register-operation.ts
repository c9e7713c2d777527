import type { ExpectedVersion } from "@ordo/application";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Readable } from "node:stream";
import type { AdmissionQueue } from "../admission/admission-queue.ts";
import type { HttpLimits } from "../options.ts";
import { httpProblem, invalidRequest } from "../problem-details/http-problems.ts";
import type { Problem } from "../problem-details/problem.ts";
import { sendProblem } from "../problem-details/send-problem.ts";
import type { Handled } from "./answer.ts";
import { contextOf } from "./caller-context.ts";
import { makeInTime } from "./in-time.ts";
import { readIfMatch } from "./if-match.ts";
import { preferredOf } from "../plugins/preferred-of.ts";
import { jsonWriter } from "./json-writer.ts";
import { deadlineOf } from "./deadline-of.ts";
import { inputFaults } from "./input-faults.ts";
import type { Operation, OperationDescription } from "./operation.ts";
import type { RequestInput } from "./request-input.ts";
import { type BodyWriters, sendAnswer } from "./send-answer.ts";
import { sendRefusal } from "./send-refusal.ts";
import { wordFault } from "./word-fault.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    operation?: OperationDescription & { readonly input?: RequestInput };
  }
}

export interface OperationTools {
  readonly limits: HttpLimits;
  readonly admission: AdmissionQueue;
  /** What a later read must send to see what was written; absent when there is nowhere but here to read. */
  readonly consistencyToken?: () => Promise<string | undefined>;
}

/** Serves the operation: check the request, ask the use case, write what it came to. */
export const registerOperation = <Input extends RequestInput>(
  app: FastifyInstance,
  operation: Operation<Input>,
  { limits, admission, consistencyToken }: OperationTools,
): void => {
  const { method, path, scope, input, success, cacheControl, handle, streamedBody } = operation;
  const mediaTypes = success.mediaTypes ?? (["application/json"] as const);
  const writers = writersOf(operation);
  const streams = streamedBody !== undefined || success.mediaTypes !== undefined;
  const inTime = makeInTime(limits.handlerTimeoutMs);
  const respond = async (request: FastifyRequest, reply: FastifyReply) => {
    const { params, query, headers, body } = request;
    const read = input.safeParse(
      { params, query, headers, ...(body !== undefined && { body }) },
      { error: wordFault, reportInput: true },
    );
    if (!read.success)
      return sendProblem(
        request,
        reply,
        invalidRequest(inputFaults(read.error), limits.faultsPerProblem),
      );
    const condition = conditionOf(request, operation);
    if ("problem" in condition) return sendProblem(request, reply, condition.problem);

    const { ifMatch } = condition;
    const context = contextOf(request, {
      streamsBody: streamedBody !== undefined,
      dryRun: isDryRun(read.data),
      // What streams takes as long as there is something to stream.
      deadline: streams ? null : deadlineOf(limits),
    });
    const work = admission.run(() =>
      handle(read.data, context, {
        ifMatch,
        consistency: consistencyOf(headers),
        scopes: request.caller?.scopes ?? new Set(),
        mediaType: preferredOf(request, mediaTypes) || mediaTypes[0],
        stream: () => (body instanceof Readable ? body : Readable.from([])),
      }),
    );
    const handled = await (streams ? work : inTime(work));
    if (handled.replayed) reply.header("idempotent-replayed", "true");
    if (handled.fromReplica) reply.header("ordo-served-by", "replica");
    const token = method !== "GET" && hasWritten(handled) ? await consistencyToken?.() : undefined;
    if (token !== undefined) reply.header("ordo-consistency", token);
    return handled.result.match(
      (answer) =>
        sendAnswer(request, reply, answer, { status: success.status, cacheControl, writers }),
      (refusal) => sendRefusal(request, reply, refusal, { context, ifMatch }),
    );
  };
  app.route({
    method,
    url: path,
    // What streams takes as long as there is something to stream; idle connections end by themselves.
    ...(streams && { handlerTimeout: streamTimeoutMs }),
    config: { access: scope, operation, mediaTypes },
    handler: respond,
  });
};

const streamTimeoutMs = 24 * 60 * 60 * 1000;

/** Compiled at the start, not when the first request waits for it. */
const writersOf = ({ success, preview }: OperationDescription): BodyWriters => ({
  success:
    success.schema && success.mediaTypes === undefined ? jsonWriter(success.schema) : undefined,
  preview: preview && jsonWriter(preview),
});

/** A stream has still to. */
const hasWritten = ({ result }: Handled): boolean =>
  result.isOk() && result.value.preview !== true && result.value.stream === undefined;

const consistencyOf = (headers: FastifyRequest["headers"]): string | undefined => {
  const field = headers["ordo-consistency"];
  return typeof field === "string" ? field : undefined;
};

const isDryRun = (input: { readonly query?: unknown }): boolean =>
  typeof input.query === "object" &&
  input.query !== null &&
  "dryRun" in input.query &&
  input.query.dryRun === true;

const conditionOf = (
  { headers }: FastifyRequest,
  { ifMatch }: OperationDescription,
): { readonly ifMatch: ExpectedVersion } | { readonly problem: Problem } => {
  const field = headers["if-match"];
  if (ifMatch === undefined || (field === undefined && ifMatch === "heeded"))
    return { ifMatch: null };
  if (field === undefined)
    return {
      problem: httpProblem(
        "precondition-required",
        "Read it, and send the ETag that you got as If-Match; or send If-Match: * to change it whatever it is.",
      ),
    };
  return { ifMatch: readIfMatch(field) };
};
