import { describe, expect, it } from "vitest";
import { aToken, secret } from "../../testing/tokens.ts";
import { makeTokenVerifier } from "./verify-token.ts";

const options = { secret, issuer: "ordo", audience: "ordo" };

describe("a token", () => {
  it("is known once it was verified, and not before", async () => {
    const tokens = makeTokenVerifier(options, 10);
    const token = await aToken();
    expect(tokens.known(token)).toBeUndefined();
    const verified = (await tokens.verify(token))._unsafeUnwrap();
    expect(tokens.known(token)).toBe(verified);
  });

  it("is never known when it is not good", async () => {
    const tokens = makeTokenVerifier(options, 10);
    const forged = await aToken({}, "another-secret-of-at-least-32-bytes-01234");
    expect((await tokens.verify(forged)).isErr()).toBe(true);
    expect(tokens.known(forged)).toBeUndefined();
  });

  it("gives way to newer ones only, not to one that came twice at once", async () => {
    const tokens = makeTokenVerifier(options, 2);
    const [first, second, third] = await Promise.all(["a", "b", "c"].map((sub) => aToken({ sub })));
    await tokens.verify(first ?? "");
    await Promise.all([second, second].map((token) => tokens.verify(token ?? "")));
    expect(tokens.known(first ?? "")).toBeDefined();
    await tokens.verify(third ?? "");
    expect(tokens.known(first ?? "")).toBeUndefined();
    expect(tokens.known(second ?? "")).toBeDefined();
  });
});
