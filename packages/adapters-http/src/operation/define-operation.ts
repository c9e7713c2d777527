import type { Operation } from "./operation.ts";
import type { RequestInput } from "./request-input.ts";

/** The operation as given; its handler's input is inferred from its schema. */
export const defineOperation = <Input extends RequestInput>(
  operation: Operation<Input>,
): Operation<Input> => operation;
