import type { ImportedLine, ImportLine, ImportOrders } from "@ordo/application";
import { isUtf8 } from "node:buffer";
import { Readable } from "node:stream";
import { z } from "zod";
import { fingerprintOf } from "../../../idempotency/fingerprint.ts";
import { answerWith } from "../../../operation/answer.ts";
import { defineOperation } from "../../../operation/define-operation.ts";
import { inputFaults } from "../../../operation/input-faults.ts";
import { nothing, writeHeaders } from "../../../operation/request-input.ts";
import { wordFault } from "../../../operation/word-fault.ts";
import type { HttpLimits } from "../../../options.ts";
import { findRefusedKey } from "../../../plugins/refused-key.ts";
import {
  draftInImport,
  httpProblem,
  invalidRequest,
} from "../../../problem-details/http-problems.ts";
import type { Problem } from "../../../problem-details/problem.ts";
import { problemOf } from "../../../problem-details/refusal-problems.ts";
import { newOrder } from "../orders/new-order-schema.ts";
import { orderExamples } from "../orders/order-examples.ts";
import { orderHref } from "../orders/order-actions.ts";
import { toPlaceOrderInput } from "../orders/to-place-order-input.ts";
import { prefix } from "../prefix.ts";
import { type Line, readLines } from "./read-lines.ts";
import { untilIdle } from "./until-idle.ts";

const NDJSON = "application/x-ndjson";

const importedLine = z
  .object({
    line: z.int().meta({ description: "The line of the request, counted from 1." }),
    status: z.int().meta({ description: "What placing the order alone would have answered." }),
    replayed: z.boolean().optional(),
    order: z
      .object({ id: z.string(), number: z.string(), version: z.int(), href: z.string() })
      .optional(),
    problem: z
      .looseObject({ code: z.string(), title: z.string(), detail: z.string() })
      .optional()
      .meta({ description: "Why the line was refused." }),
  })
  .meta({ id: "ImportedLine" });

export const importOrders = (useCase: ImportOrders, limits: HttpLimits) =>
  defineOperation({
    method: "POST",
    path: `${prefix}/orders/imports`,
    operationId: "importOrders",
    tag: "Many orders",
    summary: "Import orders",
    description:
      "Places one order a line, and answers one line for each, in their order, while the lines still arrive. A refused line stops no other. An import that broke off is resumed by sending it again with the same key: what was placed is answered as replayed.",
    scope: "orders:write",
    cacheControl: "no-store",
    input: z.object({ params: nothing, query: nothing, headers: writeHeaders }),
    streamedBody: {
      mediaType: NDJSON,
      description:
        "One order a line, as POST /api/v1/orders takes it; a draft is refused, with 422.",
      schema: newOrder,
    },
    examples: orderExamples,
    success: {
      status: 200,
      description: "One result a line.",
      schema: importedLine,
      headers: [],
      mediaTypes: [NDJSON],
    },
    problems: [],
    handle: async (_input, context, { stream }) => {
      const { claim } = context;
      if (claim === null) throw new Error("The schema let an import without a key through");
      const body = untilIdle(stream(), limits.requestTimeoutMs);
      const lines = async function* (): AsyncGenerator<ImportLine<Problem>> {
        for await (const line of readLines(body, limits.bodyBytes)) yield readOrder(line, limits);
      };
      const results = async function* () {
        for await (const result of useCase(lines(), { ...context, claim }))
          yield `${JSON.stringify(present(result))}\n`;
      };
      const answer = Readable.from(results(), { objectMode: false });
      return answerWith({ stream: { mediaType: NDJSON, body: answer } });
    },
  });

const readOrder = (line: Line, limits: HttpLimits): ImportLine<Problem> => {
  const refuse = (fault: Problem) => ({ line: line.line, fault });
  if ("isTooLong" in line)
    return refuse(
      httpProblem("body-too-large", `Send lines of at most ${limits.bodyBytes} bytes.`),
    );
  const json = parse(line.bytes);
  if (json === undefined)
    return refuse(
      httpProblem("malformed-json", "Send one JSON object in UTF-8 a line (RFC 8259)."),
    );
  const read = newOrder.safeParse(json.value, { error: wordFault, reportInput: true });
  if (!read.success) {
    const faults = inputFaults(read.error, "body");
    return refuse(invalidRequest(faults, limits.faultsPerProblem));
  }
  if (read.data.draft) return refuse(draftInImport);
  return {
    line: line.line,
    order: toPlaceOrderInput(read.data),
    fingerprint: fingerprintOf("POST", `${prefix}/orders/imports`, json.value),
  };
};

const parse = (bytes: Buffer): { readonly value: unknown } | undefined => {
  if (!isUtf8(bytes)) return undefined;
  try {
    const value: unknown = JSON.parse(bytes.toString());
    return findRefusedKey(value) === undefined ? { value } : undefined;
  } catch {
    return undefined;
  }
};

const present = (result: ImportedLine<Problem>): z.output<typeof importedLine> => {
  const { line } = result;
  if ("fault" in result) return { line, ...refused(result.fault) };
  const { replayed } = result.outcome;
  return result.outcome.result.match(
    (order): z.output<typeof importedLine> => ({
      line,
      status: 201,
      replayed,
      order: {
        id: order.id,
        number: order.number,
        version: order.version,
        href: orderHref(order),
      },
    }),
    (refusal) => ({ line, replayed, ...refused(problemOf(refusal)) }),
  );
};

const refused = ({ status, code, title, detail, errors, extensions }: Problem) => ({
  status,
  problem: { code, title, detail, ...(errors && { errors }), ...extensions },
});
