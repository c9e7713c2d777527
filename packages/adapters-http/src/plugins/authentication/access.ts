/** Every scope that a route of this API asks for, and what it lets a token do. */
export const scopes = {
  "orders:read": "Read orders and what happened to them",
  "orders:write": "Place, change, confirm and complete orders",
  "orders:cancel": "Cancel orders and parts of them",
  "payments:read": "Read payments",
  "payments:write": "Add and void payments",
  "payments:capture": "Capture payments",
  "payments:refund": "Refund payments and credit goodwill",
  "fulfillments:read": "Read fulfillments",
  "fulfillments:write": "Fulfill, ship and deliver orders",
  "returns:read": "Read returns",
  "returns:write": "Request and handle returns and exchanges",
  "customers:read": "Read customers",
  "customers:write": "Create and change customers",
  "customers:erase": "Erase customers' personal data",
  "products:read": "Read products and their stock",
  "products:write": "Create and change products, and adjust their stock",
} as const;

export type Scope = keyof typeof scopes;

/** Who may call a route: a token with the scope, or anyone. */
export type Access = Scope | "public";
