import { httpProblem } from "../../problem-details/http-problems.ts";
import type { Problem } from "../../problem-details/problem.ts";

// The challenges of RFC 6750 § 3. Quotes and backslashes never occur in our own descriptions.

/** No token at all: no error code either (§ 3.1). */
export const tokenMissing: Problem = httpProblem(
  "unauthenticated",
  "Send a token: Authorization: Bearer <JWT>.",
  { headers: { "www-authenticate": "Bearer" } },
);

export const tokenInvalid = (fault: string): Problem =>
  httpProblem(
    "invalid-token",
    `${fault}. Get a new token from your issuer and send the request again.`,
    {
      headers: { "www-authenticate": `Bearer error="invalid_token", error_description="${fault}"` },
    },
  );

export const scopeMissing = (scope: string): Problem =>
  httpProblem(
    "insufficient-scope",
    `Get a token with the scope ${scope} and send the request again.`,
    {
      headers: {
        "www-authenticate": `Bearer error="insufficient_scope", error_description="The token lacks a scope", scope="${scope}"`,
      },
    },
  );
