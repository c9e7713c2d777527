import type { ExpectedVersion, WriteContext } from "@ordo/application";
import type { Readable } from "node:stream";
import type { z } from "zod";
import type { Scope } from "../plugins/authentication/access.ts";
import type { Handled } from "./answer.ts";
import type { Deprecation } from "./deprecation.ts";
import type { RequestInput } from "./request-input.ts";

/** What one operation says of itself; the published contract is made from it. */
export interface OperationDescription {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** As Fastify writes it: `/api/v1/orders/:orderId`. */
  readonly path: string;
  /** Names the operation in generated clients. */
  readonly operationId: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly description: string;
  readonly success: Success;
  /** Answers 200 with this, and changes nothing, when asked with `?dryRun=true`. */
  readonly preview?: z.ZodType;
  /** Is the If-Match field needed (428 without), or heeded when it comes? */
  readonly ifMatch?: "required" | "heeded";
  /** Set when the body is read piece by piece; `schema` is that of one piece. */
  readonly streamedBody?: StreamedBody;
  /** Set when it is to go. */
  readonly deprecation?: Deprecation;
  /** Codes of the problems it answers beyond those that follow from its shape. */
  readonly problems: readonly string[];
  /** Request bodies that work, by name. */
  readonly examples?: Readonly<Record<string, Example>>;
}

export type Tag =
  | "Orders"
  | "Order changes"
  | "Payments"
  | "Fulfillments"
  | "Returns"
  | "Many orders"
  | "Customers"
  | "Products"
  | "Contract"
  | "Health";

export interface Example {
  readonly summary: string;
  readonly value: unknown;
}

export interface Success {
  readonly status: 200 | 201 | 204;
  readonly description: string;
  /** Absent when there is no body. */
  readonly schema?: z.ZodType;
  readonly headers: readonly ResponseHeader[];
  /** What the body can come as, the preferred one first; JSON when absent. */
  readonly mediaTypes?: readonly [string, ...string[]];
}

export interface StreamedBody {
  readonly mediaType: string;
  readonly description: string;
  readonly schema: z.ZodType;
}

export type ResponseHeader =
  | "Cache-Control"
  | "ETag"
  | "Idempotent-Replayed"
  | "Link"
  | "Location"
  | "Ordo-Consistency"
  | "Ordo-Served-By"
  | "Preference-Applied";

/** What a handler may need of the request beside its checked input. */
export interface Exchange {
  /** What If-Match demands; null without the field. */
  readonly ifMatch: ExpectedVersion;
  /** The one of the operation's media types that the sender prefers. */
  readonly mediaType: string;
  /** What the token may do, for what a query can add to the answer. */
  readonly scopes: ReadonlySet<string>;
  /** How fresh the answer to a read must be, as the request's header says it. */
  readonly consistency: string | undefined;
  /**
   * The body of an operation that streams it. No accessor: V8 keeps those of an object literal in its shape, which is
   * made anew and lives long, so that each request would outlive its answer.
   */
  readonly stream: () => Readable;
}

/** An operation behind a token. */
export interface Operation<Input extends RequestInput = RequestInput> extends OperationDescription {
  readonly scope: Scope;
  /** Reads and checks path, query, headers and body, all at once. */
  readonly input: Input;
  readonly cacheControl: "no-store" | "private, no-cache";
  /** Asks the use case. `claim` is set when the operation takes an Idempotency-Key. */
  readonly handle: (
    input: z.output<Input>,
    context: WriteContext,
    exchange: Exchange,
  ) => Promise<Handled>;
}
