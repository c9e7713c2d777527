import type { CommandOrder, OrderOutcome, OrderTarget, WriteContext } from "@ordo/application";
import { OrderId } from "@ordo/domain";
import { z } from "zod";
import { type Answer, answerWrite, type Handled } from "../../../operation/answer.ts";
import { bothExpected } from "../../../operation/if-match.ts";
import type {
  Example,
  Operation,
  OperationDescription,
  Tag,
} from "../../../operation/operation.ts";
import { dryRunQuery, nothing, writeHeaders } from "../../../operation/request-input.ts";
import type { Scope } from "../../../plugins/authentication/access.ts";
import { prefix } from "../prefix.ts";
import { orderHref } from "./order-actions.ts";
import { orderParams, orderPreview, orderResource } from "./order-schema.ts";
import { presentEvent } from "./present-event.ts";
import { presentOrder } from "./present-order.ts";

/** Every command on an order comes as this. */
export type CommandInput = z.ZodObject<{
  readonly params: z.ZodObject<{ readonly orderId: z.ZodType<string, string> }>;
  readonly query: z.ZodObject;
  readonly headers: z.ZodObject;
  readonly body?: z.ZodType;
}>;

/** The optional `expectedVersion` of a command's body (mark V). */
export const expectedVersion = z
  .int()
  .min(1)
  .nullish()
  .meta({ description: "The version you read. The order is left alone when it has moved on." });

/** The body of a command that says nothing beyond the version; it may be left out. */
export const versionOnly = z
  .strictObject({ expectedVersion })
  .meta({ id: "VersionOnly" })
  .optional();

export const versionOnlyExamples: Readonly<Record<string, Example>> = {
  any: { summary: "Whatever its version", value: {} },
  version: { summary: "Only at the version that was read", value: { expectedVersion: 1 } },
};

/** The body of a command that says nothing; it may be left out. */
export const emptyBody = nothing.meta({ id: "Empty" }).optional();

export const emptyExamples: Readonly<Record<string, Example>> = {
  empty: { summary: "There is nothing to say", value: {} },
};

/** The parts of a command: always a key (mark K), a dry run where it can be asked for (mark D). */
export const commandParts = { params: orderParams, query: dryRunQuery, headers: writeHeaders };
export const itemCommandParts = { query: nothing, headers: writeHeaders };

interface Command<Input extends CommandInput, Told extends OrderTarget> extends Pick<
  OperationDescription,
  "operationId" | "summary" | "description" | "examples"
> {
  readonly useCase: CommandOrder<Told>;
  /** Below the order: `/confirmation`. */
  readonly path: string;
  readonly tag: Tag;
  readonly scope: Scope;
  readonly input: Input;
  readonly success: string;
  readonly problems?: readonly string[];
  readonly toCommand: (target: OrderTarget, input: z.output<Input>) => Told;
  /** What Location names, below the order; nothing when absent. */
  readonly location?: (input: z.output<Input>, subject: string) => string;
}

/** `POST` below an order tells it something and answers 201 with the order. */
export const orderCommand = <Input extends CommandInput, Told extends OrderTarget>({
  useCase,
  path,
  input,
  success,
  problems = [],
  toCommand,
  location,
  ...description
}: Command<Input, Told>): Operation<Input> => {
  const previews = "dryRun" in input.shape.query.shape;
  return {
    ...description,
    method: "POST",
    path: `${prefix}/orders/:orderId${path}`,
    cacheControl: "no-store",
    ifMatch: "heeded",
    input,
    ...(previews && { preview: orderPreview }),
    success: {
      status: 201,
      description: success,
      schema: orderResource,
      headers: [
        ...(location ? ["Location" as const] : []),
        "ETag",
        "Idempotent-Replayed",
        "Preference-Applied",
      ],
    },
    problems: [
      "not-found",
      "not-allowed-in-status",
      "stale-version",
      "staff-only",
      ...problems,
      "idempotency-key-in-use",
      "idempotency-key-reused",
    ],
    handle: async (data, context, { ifMatch }) => {
      const target: OrderTarget = {
        orderId: OrderId(data.params.orderId),
        expectedVersion: bothExpected(ifMatch, expectedVersionOf(data.body)),
        dryRun: "dryRun" in data.query && data.query["dryRun"] === true,
      };
      const outcome = await useCase(toCommand(target, data), context);
      return answerOrder(outcome, context, {
        ...(location && { location: location(data, outcome.subject ?? "") }),
      });
    },
  };
};

/** The outcome of a command on an order: the order, or its preview. */
export const answerOrder = (
  outcome: OrderOutcome,
  context: WriteContext,
  { location }: { readonly location?: string } = {},
): Handled =>
  answerWrite(outcome, (order): Answer => {
    const { preview } = outcome;
    if (preview) {
      const first = order.version - preview.length + 1;
      return {
        preview: true,
        body: {
          order: presentOrder(order, context),
          events: preview.map((event, index) => presentEvent(first + index, event, context)),
        },
      };
    }
    return {
      body: presentOrder(order, context),
      version: order.version,
      ...(location !== undefined && { location: `${orderHref(order)}${location}` }),
    };
  });

const expectedVersionOf = (body: unknown): number | null =>
  typeof body === "object" &&
  body !== null &&
  "expectedVersion" in body &&
  typeof body.expectedVersion === "number"
    ? body.expectedVersion
    : null;
