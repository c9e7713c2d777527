import type { WriteContext } from "@ordo/application";
import type { z } from "zod";
import type { Scope } from "../plugins/authentication/access.ts";
import type { Handled } from "./answer.ts";
import type { RequestInput } from "./request-input.ts";

/** What one operation says of itself; the published contract is made from it. */
export interface OperationDescription {
  readonly method: "GET" | "POST";
  /** As Fastify writes it: `/api/v1/orders/:orderId`. */
  readonly path: string;
  /** Names the operation in generated clients. */
  readonly operationId: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly description: string;
  readonly success: Success;
  /** Codes of the problems it answers beyond those that follow from its shape. */
  readonly problems: readonly string[];
  /** Request bodies that work, by name. */
  readonly examples?: Readonly<Record<string, Example>>;
}

export type Tag = "Orders" | "Customers" | "Products" | "Contract" | "Health";

export interface Example {
  readonly summary: string;
  readonly value: unknown;
}

export interface Success {
  readonly status: 200 | 201;
  readonly description: string;
  readonly schema: z.ZodType;
  readonly headers: readonly ResponseHeader[];
  /** JSON when absent. */
  readonly mediaType?: string;
}

export type ResponseHeader =
  | "Cache-Control"
  | "ETag"
  | "Idempotent-Replayed"
  | "Link"
  | "Location"
  | "Preference-Applied";

/** An operation behind a token. */
export interface Operation<Input extends RequestInput = RequestInput> extends OperationDescription {
  readonly scope: Scope;
  /** Reads and checks path, query, headers and body, all at once. */
  readonly input: Input;
  readonly cacheControl: "no-store" | "private, no-cache";
  /** Asks the use case. `claim` is set when the operation takes an Idempotency-Key. */
  readonly handle: (input: z.output<Input>, context: WriteContext) => Promise<Handled>;
}
