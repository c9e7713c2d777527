/** Every scope that a route of this API asks for, and what it lets a token do. */
export const scopes = {
  "orders:read": "Read orders",
  "orders:write": "Place orders",
  "orders:cancel": "Cancel orders",
  "customers:read": "Read customers",
  "customers:write": "Create customers",
  "products:read": "Read products",
  "products:write": "Create products",
} as const;

export type Scope = keyof typeof scopes;

/** Who may call a route: a token with the scope, or anyone. */
export type Access = Scope | "public";
