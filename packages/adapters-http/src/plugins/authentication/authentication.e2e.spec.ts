import { once } from "node:events";
import { createServer } from "node:http";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anApi, type Api, as } from "../../testing/an-api.ts";
import { placeGuestOrder } from "../../testing/orders.ts";
import { aToken, everyScope, otherTenant, secret, tenant } from "../../testing/tokens.ts";

const orders = "/api/v1/orders";
const hour = 3600;
const now = () => Math.floor(Date.now() / 1000);

describe("rule 9: only a token that is right in every part is let through", () => {
  let api: Api;
  beforeAll(async () => {
    api = await anApi();
  });

  it("answers a missing token with a bare challenge, and learns the sender nothing", async () => {
    const response = await api.app.inject({ method: "POST", url: orders, payload: "{" });
    expect(response.statusCode).toBe(401);
    expect(response.headers["www-authenticate"]).toBe("Bearer");
    expect(response.json()).toMatchObject({ code: "unauthenticated" });
    expect(response.json().errors).toBeUndefined();
  });

  const unsigned = () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    return `${part({ alg: "none" })}.${part({ iss: "ordo", aud: "ordo", sub: "x", exp: now() + hour, tenant, scope: everyScope })}.`;
  };
  it.each([
    ["signed with another secret", () => aToken({}, "another-secret-of-at-least-32-bytes-0123456")],
    ["unsigned (alg none)", async () => unsigned()],
    ["of another audience", () => aToken({ aud: "shop" })],
    ["of another issuer", () => aToken({ iss: "mallory" })],
    ["expired", () => aToken({ exp: now() - 1 })],
    ["not valid yet", () => aToken({ nbf: now() + hour })],
    ["without an expiry", () => aToken({ exp: undefined })],
    ["without a subject", () => aToken({ sub: undefined })],
    ["without a tenant", () => aToken({ tenant: undefined })],
    ["with a tenant that is no UUID", () => aToken({ tenant: "acme" })],
    ["with a customer that is no UUID", () => aToken({ customer_id: "ada" })],
    ["with a NUL in its subject", () => aToken({ sub: "a\u0000b" })],
    ["with a lone surrogate in its subject", () => aToken({ sub: "a\ud800b" })],
    ["with a NUL in its client_id", () => aToken({ client_id: "\u0000" })],
    ["with a lone surrogate in its azp", () => aToken({ azp: "\udc00" })],
    ["with a NUL in its customer", () => aToken({ customer_id: `${tenant}\u0000` })],
    ["with a subject of 256 characters", () => aToken({ sub: "x".repeat(256) })],
    ["that is no JWT", async () => "abc"],
  ])("refuses a token %s", async (_name, make) => {
    const token = await make();
    const response = await api.get(orders, { authorization: `Bearer ${token}` });
    expect(response.statusCode).toBe(401);
    expect(response.headers["www-authenticate"]).toMatch(
      /^Bearer error="invalid_token", error_description="[^"]+"$/,
    );
    expect(response.json()).toMatchObject({ code: "invalid-token" });
  });

  it("refuses a token that has expired since it was first seen", async () => {
    const exp = now() + 1;
    const token = { authorization: `Bearer ${await aToken({ exp })}` };
    expect((await api.get(orders, token)).statusCode).toBe(200);
    await expect
      .poll(async () => (await api.get(orders, token)).statusCode, { timeout: 5000 })
      .toBe(401);
  });

  it("answers a missing scope with 403 that names it", async () => {
    const response = await api.post(orders, { nonsense: true }, await as({ scope: "orders:read" }));
    expect(response.statusCode).toBe(403);
    expect(response.headers["www-authenticate"]).toContain('error="insufficient_scope"');
    expect(response.headers["www-authenticate"]).toContain('scope="orders:write"');
    expect(response.json()).toMatchObject({ code: "insufficient-scope" });
  });

  it("takes the scheme in any case", async () => {
    const response = await api.get(orders, { authorization: `bEARER ${await aToken()}` });
    expect(response.statusCode).toBe(200);
  });

  it("does not start with a secret under 32 bytes", async () => {
    const authentication = { secret: "short", issuer: "ordo", audience: "ordo" };
    await expect(anApi({ authentication })).rejects.toThrow("at least 32");
    await expect(anApi({ cursorSecret: "short" })).rejects.toThrow("at least 32");
  });
});

describe("rule 9, with published keys", () => {
  const server = createServer();
  let privateKey: CryptoKey;
  let api: Api;
  beforeAll(async () => {
    const keys = await generateKeyPair("ES256");
    privateKey = keys.privateKey;
    const published = { ...(await exportJWK(keys.publicKey)), kid: "k1", alg: "ES256" };
    server.on("request", (_request, response) => {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ keys: [published] }));
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const jwksUrl = new URL(`http://127.0.0.1:${port}/jwks`);
    api = await anApi({ authentication: { jwksUrl, issuer: "ordo", audience: "ordo" } });
  });
  afterAll(() => {
    server.close();
  });

  it("takes a token signed by one of them, and none signed with the public key as a secret", async () => {
    const claims = {
      iss: "ordo",
      aud: "ordo",
      sub: "x",
      exp: now() + hour,
      tenant,
      scope: everyScope,
    };
    const good = await new SignJWT(claims)
      .setProtectedHeader({ alg: "ES256", kid: "k1" })
      .sign(privateKey);
    expect((await api.get(orders, { authorization: `Bearer ${good}` })).statusCode).toBe(200);
    expect(
      (await api.get(orders, { authorization: `Bearer ${await aToken({}, secret)}` })).statusCode,
    ).toBe(401);
  });

  it("answers 503, not 401, while the keys cannot be fetched", async () => {
    const jwksUrl = new URL("http://127.0.0.1:1/jwks");
    const cutOff = await anApi({ authentication: { jwksUrl, issuer: "ordo", audience: "ordo" } });
    const token = await new SignJWT({}).setProtectedHeader({ alg: "ES256" }).sign(privateKey);
    const response = await cutOff.get(orders, { authorization: `Bearer ${token}` });
    expect(response.statusCode).toBe(503);
    expect(response.headers["retry-after"]).toBe("2");
  });
});

describe("rule 10: what belongs to others answers as if it were missing", () => {
  let api: Api;
  let id: string;
  beforeAll(async () => {
    api = await anApi();
    id = await placeGuestOrder(api);
  });

  it.each([
    ["another tenant", { tenant: otherTenant }],
    ["another customer", { customer_id: "01990000-0000-7000-8000-00000000cccc" }],
  ])("to %s", async (_name, claims) => {
    const stranger = await as(claims);
    const missing = "01990000-0000-7000-8000-0000deadbeef";
    for (const send of [
      (order: string) => api.get(`${orders}/${order}`, stranger),
      (order: string) => api.post(`${orders}/${order}/cancellation`, { reason: "mine" }, stranger),
    ]) {
      const [theirs, none] = [await send(id), await send(missing)];
      expect(theirs.statusCode).toBe(404);
      expect({ ...theirs.json(), instance: "", requestId: "" }).toEqual({
        ...none.json(),
        instance: "",
        requestId: "",
      });
    }
    expect((await api.get(orders, stranger)).json().items).toEqual([]);
    expect((await api.get(`${orders}/${id}`)).json().status).toBe("pending");
  });
});

describe("rule 11: a route that declares no scope stops the boot", () => {
  it("names the route", async () => {
    const forgotten = anApi({
      routes: [async (app) => void app.get("/forgotten", async () => "secrets")],
    });
    await expect(forgotten).rejects.toThrow("GET /forgotten");
  });

  it("serves one that does", async () => {
    const declared = await anApi({
      routes: [
        async (app) =>
          void app.get("/declared", { config: { access: "orders:read" } }, async () => ({
            ok: true,
          })),
      ],
    });
    expect((await declared.get("/declared")).statusCode).toBe(200);
    expect((await declared.app.inject("/declared")).statusCode).toBe(401);
  });
});
