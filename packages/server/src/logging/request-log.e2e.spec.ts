import { Writable } from "node:stream";
import { buildApp, type HttpOptions } from "@ordo/adapters-http";
import { type Application, anApplication } from "@ordo/application/testing";
import { SignJWT } from "jose";
import { describe, expect, test } from "vitest";
import { makeLogger } from "./make-logger.ts";

const secret = "the-token-secret-of-at-least-32-bytes";
const tenant = "01990000-0000-7000-8000-0000000000aa";
const personal = {
  email: "ada.lovelace@example.com",
  name: "Ada Lovelace",
  phone: "+442079460958",
  street: "12 St James Square",
  note: "ring at the blue door",
  key: "ada-lovelace-cart-1815",
  tag: "daughter of Byron",
};

const aToken = (claims: object = {}) =>
  new SignJWT({ tenant, scope: "orders:read orders:write customers:write", ...claims })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject("sub" in claims ? String(claims.sub) : personal.email)
    .setIssuer("ordo")
    .setAudience("ordo")
    .setExpirationTime("1h")
    .sign(new TextEncoder().encode(secret));

const aLoggedApi = async (
  application: Application = anApplication(),
  options: Partial<HttpOptions> = {},
) => {
  let log = "";
  const logger = await makeLogger(
    { LOG_LEVEL: "debug", LOG_FORMAT: "json" },
    { write: (line) => (log += line) },
  );
  const app = await buildApp(application.useCases, {
    authentication: { secret, issuer: "ordo", audience: "ordo" },
    cursorSecret: secret,
    logger,
    ...options,
  });
  const token = await aToken();
  const lines = () =>
    log
      .trim()
      .split("\n")
      .map((line): Record<string, unknown> => JSON.parse(line));
  return { app, token, text: () => log, lines };
};

const anOrder = {
  email: personal.email,
  currency: "EUR",
  lines: [{ title: personal.name, unitPrice: 350, taxRate: 1900, quantity: 1 }],
  shippingAddress: { name: personal.name, line1: personal.street, phone: personal.phone },
  tags: [personal.tag],
  note: personal.note,
  metadata: { [personal.note]: personal.name },
};

const post = (token: string, payload: unknown, headers: Record<string, string> = {}) => ({
  method: "POST" as const,
  url: "/api/v1/orders",
  headers: {
    authorization: `Bearer ${token}`,
    "content-type": "application/json",
    "idempotency-key": personal.key,
    ...headers,
  },
  payload: typeof payload === "string" ? payload : JSON.stringify(payload),
});

describe("one line per request", () => {
  test("names request, trace, tenant, actor, route, status and time", async () => {
    const { app, token, lines } = await aLoggedApi();
    const response = await app.inject(
      post(token, anOrder, {
        "x-request-id": "req-1",
        traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
      }),
    );
    expect(response.headers["x-request-id"]).toBe("req-1");
    expect(lines()).toEqual([
      {
        level: "info",
        time: expect.any(String),
        requestId: "req-1",
        traceId: "4bf92f3577b34da6a3ce929d0e0e4736",
        parentId: "00f067aa0ba902b7",
        tenant,
        actor: expect.stringMatching(/^user:~[\w-]{16}$/),
        method: "POST",
        route: "/api/v1/orders",
        status: 201,
        milliseconds: expect.any(Number),
        msg: "answered",
      },
    ]);
  });

  test("says with which code a request was refused, and by which id its answer goes", async () => {
    const { app, token, lines } = await aLoggedApi();
    const refused = await app.inject(post(token, { ...anOrder, expectedTotal: 1 }));
    await app.inject(post("no-token", anOrder));
    await app.inject("/nowhere");
    expect(lines()).toMatchObject([
      { code: "total-mismatch", status: 409, logicalRequestId: refused.json().requestId },
      { code: "invalid-token", status: 401 },
      { code: "unknown-route", status: 404, route: "none" },
    ]);
  });

  test("says what went wrong on our side, in the same line", async () => {
    const application = anApplication();
    const fault = new Error("the disk is full");
    const useCases = { ...application.useCases, listOrders: () => Promise.reject(fault) };
    const { app, token, lines } = await aLoggedApi({ ...application, useCases });
    await app.inject({ url: "/api/v1/orders", headers: { authorization: `Bearer ${token}` } });
    expect(lines()).toMatchObject([
      { level: "error", status: 500, code: "internal-error", err: { message: "the disk is full" } },
    ]);
  });

  test("tells one actor from another, by id when it is one and else by a name it alone can make", async () => {
    const { app, lines } = await aLoggedApi();
    const id = "01990000-0000-7000-8000-0000000000cc";
    for (const sub of [personal.email, personal.email, "bob@example.com", id])
      await app.inject({
        url: "/api/v1/orders",
        headers: { authorization: `Bearer ${await aToken({ sub })}` },
      });
    const [ada, again, bob, known] = lines().map(({ actor }) => actor);
    expect(again).toBe(ada);
    expect(bob).not.toBe(ada);
    expect(known).toBe(`user:${id}`);
  });

  test("a client that goes away is told from one that was answered", async () => {
    const application = anApplication();
    const arrived = Promise.withResolvers<void>();
    const useCases = {
      ...application.useCases,
      listOrders: () => {
        arrived.resolve();
        return new Promise<never>(() => undefined);
      },
    };
    const finished: number[] = [];
    const observer = {
      started: () => undefined,
      finished: ({ status }: { status: number }) => finished.push(status),
    };
    const { app, token } = await aLoggedApi({ ...application, useCases }, { observer });
    const url = await app.listen({ host: "127.0.0.1", port: 0 });
    const leave = new AbortController();
    const asked = fetch(`${url}/api/v1/orders`, {
      headers: { authorization: `Bearer ${token}` },
      signal: leave.signal,
    });
    await arrived.promise;
    leave.abort();
    await expect(asked).rejects.toThrow(/abort/);
    await expect.poll(() => finished).toEqual([499]);
    await app.close();
  });
});

describe("personal data and secrets stay out of the log", () => {
  /** Repeats everything it was sent, as a careless bug would. */
  const careless = (): Application => {
    const application = anApplication();
    const shout = (input: unknown): never => {
      throw new Error(`cannot handle ${JSON.stringify(input)}`, {
        cause: new Error(`also ${JSON.stringify(input)}`),
      });
    };
    const useCases = {
      ...application.useCases,
      placeOrder: async (...args: unknown[]) => shout(args),
      listOrders: async (...args: unknown[]) => shout(args),
      createCustomer: async (...args: unknown[]) => shout(args),
    };
    return { ...application, useCases };
  };

  test.each([
    ["answers", anApplication],
    ["bugs", careless],
  ])("whatever is sent, wherever, with %s", async (_name, application) => {
    const { app, token, text, lines } = await aLoggedApi(application());
    const broken = JSON.stringify(anOrder).slice(0, -1);
    const own = { authorization: `Bearer ${token}` };
    const everything = `${personal.email} ${personal.name} ${personal.phone}`;
    const requests = [
      post(token, anOrder),
      post(token, broken),
      post(token, { ...anOrder, currency: personal.name, [personal.note]: personal.email }),
      post(token, { ...anOrder, customerId: personal.email }),
      post(token, JSON.stringify(everything)),
      post(token, anOrder, { "x-request-id": everything, traceparent: everything }),
      post(token, anOrder, { cookie: everything, from: personal.email, "user-agent": everything }),
      post(`${token}x`, anOrder),
      { url: `/api/v1/orders?email=${encodeURIComponent(personal.email)}`, headers: own },
      { url: `/api/v1/orders?cursor=${encodeURIComponent(everything)}`, headers: own },
      { url: `/api/v1/orders/${encodeURIComponent(personal.name)}`, headers: own },
      { url: `/${encodeURIComponent(everything)}?token=${token}`, headers: own },
      { url: `/%zz${personal.email}`, headers: own },
      { ...post(token, { email: personal.email, name: personal.name }), url: "/api/v1/customers" },
    ];
    for (const request of requests) await app.inject(request);
    expect(lines()).toHaveLength(requests.length);
    for (const value of [...Object.values(personal), token, secret, "Lovelace", "ada."])
      expect(text()).not.toContain(value);
    for (const line of lines()) expect(JSON.stringify(line)).not.toMatch(/%40|eyJ/);
  });

  test("not even when it is logged outside a request", async () => {
    let log = "";
    const logger = await makeLogger(
      { LOG_LEVEL: "info", LOG_FORMAT: "json" },
      { write: (line) => (log += line) },
    );
    const err = new Error(`connect postgresql://ordo:hunter2@db/ordo as ${personal.email}`);
    logger.error({ err, req: { headers: { authorization: "Bearer hunter2" } } }, "failed");
    expect(log).toContain("connect postgresql://");
    expect(log).not.toMatch(/hunter2|lovelace/);
  });
});

test("is pretty for people", async () => {
  let log = "";
  const logger = await makeLogger(
    { LOG_LEVEL: "info", LOG_FORMAT: "pretty" },
    new Writable({
      write: (chunk, _encoding, done) => {
        log += String(chunk);
        done();
      },
    }),
  );
  logger.info({ port: 3000 }, "listening");
  await expect.poll(() => log).toMatch(/INFO.*listening.*port.*3000/);
});
