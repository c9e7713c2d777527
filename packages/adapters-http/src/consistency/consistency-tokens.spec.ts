import { expect, test } from "vitest";
import { consistencyHeader } from "./consistency-header.ts";
import { makeConsistencyTokens } from "./consistency-tokens.ts";

const tokens = makeConsistencyTokens("a-secret-of-at-least-32-bytes-0123456789");
const position = "7711864355282766438/4294967295/18446744073709551615";

test("a token brings its position back, tells nothing of it, and is what the header takes", () => {
  const token = tokens.seal(position);
  expect(tokens.open(token)).toBe(position);
  expect(Buffer.from(token, "base64url").toString("latin1")).not.toContain("7711864355282766438");
  expect(consistencyHeader.safeParse(token).success).toBe(true);
});

test("what is not ours opens as nothing", () => {
  const token = tokens.seal(position);
  const changed = (token.startsWith("A") ? "B" : "A") + token.slice(1);
  const others = makeConsistencyTokens("b-secret-of-at-least-32-bytes-0123456789").seal(position);
  for (const not of ["", "eventual", changed, token.slice(0, -2), others])
    expect(tokens.open(not)).toBeUndefined();
});
