/** Who did it. Every event carries one. */
export interface Actor {
  readonly type: "user" | "customer" | "service";
  /** The subject of the caller's token, or the customer's id. */
  readonly id: string;
}
