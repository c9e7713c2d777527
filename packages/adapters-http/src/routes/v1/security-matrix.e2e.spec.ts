import { randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { scopes } from "../../plugins/authentication/access.ts";
import { anApi, type Api, as } from "../../testing/an-api.ts";
import { sender } from "../../testing/sender.ts";
import { aStage } from "../../testing/stage.ts";
import { aToken, everyScope, otherTenant, tenant } from "../../testing/tokens.ts";
import { type Expected, workingRequests } from "../../testing/working-requests.ts";

// That these are all operations there are is tested where they are used first: operations.e2e.spec.ts.
const cells = Object.entries(workingRequests);
type Cell = readonly [string, Expected];

describe("rules 9 and 10: exactly the intended cell of the matrix is let through", () => {
  let api: Api;
  beforeAll(async () => {
    api = await anApi();
  });

  const claims = { iss: "ordo", aud: "ordo", sub: "clerk", tenant, scope: everyScope };
  const badTokens: Readonly<Record<string, () => Promise<string | undefined>>> = {
    "no token": async () => undefined,
    "a forged one": () => aToken({}, "another-secret-of-at-least-32-bytes-0123"),
    "an expired one": () => aToken({ exp: Math.floor(Date.now() / 1000) - 60 }),
    "one for another audience": () => aToken({ aud: "elsewhere" }),
    "one of another issuer": () => aToken({ iss: "elsewhere" }),
    "one without an algorithm": async () =>
      `${base64({ alg: "none" })}.${base64({ ...claims, exp: 99_999_999_999 })}.`,
    "one of an algorithm that is not ours": () =>
      new SignJWT({ ...claims, exp: 99_999_999_999 })
        .setProtectedHeader({ alg: "HS512" })
        .sign(
          new TextEncoder().encode("test-secret-of-at-least-32-bytes-0123456789".padEnd(64, "0")),
        ),
    "one of no tenant": () => aToken({ tenant: undefined }),
  };

  it.each(cells)("%s refuses every bad token", async (...[, { request }]: Cell) => {
    const { method, url, body } = await request(aStage(api));
    for (const [name, make] of Object.entries(badTokens)) {
      const token = await make();
      const response = await api.app.inject({
        method,
        url,
        headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }) },
        ...(body && { payload: body }),
      });
      expect(response.statusCode, name).toBe(401);
    }
  });

  it.each(cells)("%s takes its own scope and no other", async (...[, { request, scope }]: Cell) => {
    const send = sender(api, await request(aStage(api)));
    for (const other of Object.keys(scopes).filter((candidate) => candidate !== scope)) {
      const refused = await send(await as({ scope: other }));
      expect(refused.statusCode, other).toBe(403);
      expect(refused.json()).toMatchObject({ code: "insufficient-scope" });
    }
    const allowed = await send(await as({ scope }));
    expect(allowed.statusCode, allowed.body).toBeLessThan(300);
  });

  const ofAll =
    /^(list(Orders|Customers|Products)|(export|import|place)Orders?|create(Customer|Product))$/;
  const ofOneThing = cells.filter(([name]) => !ofAll.test(name));

  it.each(ofOneThing)(
    "%s answers another tenant as if the thing were missing",
    async (...[, { request }]: Cell) => {
      const working = await request(aStage(api));
      const other = await as({ tenant: otherTenant });
      const refused = await sender(api, working)(other);
      expect(refused.statusCode, refused.body).toBe(404);
      const allowed = await sender(api, working)();
      expect(allowed.statusCode, allowed.body).toBeLessThan(300);
    },
  );

  it.each(ofOneThing)(
    "%s answers another customer as if the thing were missing",
    async (name, { request }) => {
      const owner = await aStage(api).customer();
      const working = await request(aStage(api), { customerId: owner.id });
      const stranger = await as({ customer_id: (await aStage(api).customer()).id });
      const missing = { ...working, url: working.url.replace(uuid, randomUUID()) };
      const [foreign, none] = [
        await sender(api, working)(stranger),
        await sender(api, missing)(stranger),
      ];
      // The catalog is for every customer to read, so that nothing of it is to hide.
      const ofCatalog = catalog[name];
      if (ofCatalog) expect([foreign.statusCode, none.statusCode]).toEqual(ofCatalog);
      else {
        expect([403, 404]).toContain(foreign.statusCode);
        expect(none.statusCode, foreign.body).toBe(foreign.statusCode);
        expect(none.json().code).toBe(foreign.json().code);
      }
    },
  );

  it("shows another tenant and another customer none of it in lists", async () => {
    const owner = await aStage(api).customer();
    const order = await aStage(api).placed({ customerId: owner.id });
    const stranger = (await aStage(api).customer()).id;
    for (const change of [{ tenant: otherTenant }, { customer_id: stranger }])
      for (const list of ["orders?limit=100", "customers?limit=100", "orders/export"]) {
        const response = await api.get(`/api/v1/${list}`, { accept: "*/*", ...(await as(change)) });
        expect(response.statusCode, response.body).toBe(200);
        expect(response.body).not.toContain(order.id);
        expect(response.body).not.toContain(owner.id);
      }
  });
});

const catalog: Readonly<Record<string, readonly number[]>> = {
  getProduct: [200, 404],
  getInventory: [200, 404],
  changeProduct: [403, 404],
};

const uuid = /[0-9a-f]{8}-[0-9a-f-]{27}/;

const base64 = (json: object): string => Buffer.from(JSON.stringify(json)).toString("base64url");
