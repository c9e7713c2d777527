/** One thing wrong with a request. */
export interface InputFault {
  readonly detail: string;
  /** Where, as a JSON Pointer (RFC 6901) into the part named by `in`; "" is all of it. */
  readonly pointer: string;
  readonly in: "path" | "query" | "header" | "body";
}
