import { createHmac, randomUUID } from "node:crypto";
import { secret } from "../../attacks/lib/start-server.ts";
import type { Shop } from "../lib/a-shop.ts";

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A token of one client, good for orders. */
const tokenOf = (tenantId: string, client: string): string => {
  const claims = {
    iss: "ordo",
    aud: "ordo",
    sub: client,
    client_id: client,
    tenant: tenantId,
    scope: "orders:read orders:write",
    exp: Math.floor(Date.now() / 1_000) + 24 * 3_600,
  };
  const signed = `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}`;
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
};

// So many that none reaches its rate limit.
const clients = Array.from({ length: 16 }, (_, index) => `client-${String(index)}`);

/** The body of a request for an order of three products, as much of it as pgbench's rows hold. */
export const orderBody = ({ products }: Shop): string =>
  JSON.stringify({
    email: "guest@example.com",
    currency: "EUR",
    channel: "web",
    lines: products.map(({ id }) => ({ productId: id, quantity: 2 })),
    tags: ["vip"],
    metadata: { source: "benchmark" },
  });

/** A request that places an order under a key of its own, as bytes. */
export const makePlaceRequest = (shop: Shop): (() => string) => {
  const body = orderBody(shop);
  const heads = clients.map((client) => placeHead(tokenOf(shop.tenantId, client), body));
  const run = randomUUID();
  let count = 0;
  return () => {
    count += 1;
    return `${heads[count % heads.length] ?? ""}Idempotency-Key: ${run}-${String(count)}\r\n\r\n${body}`;
  };
};

const placeHead = (token: string, body: string): string =>
  [
    "POST /api/v1/orders HTTP/1.1",
    "Host: 127.0.0.1",
    `Authorization: Bearer ${token}`,
    "Content-Type: application/json",
    `Content-Length: ${String(body.length)}`,
    "",
  ].join("\r\n");

/**
 * The same for one run of wrk: run twice, it would repeat its keys and be given the first orders again. Its Lua joins
 * texts and does no more, so that it stays cheap.
 */
export const placeScript = (shop: Shop): string => {
  const body = orderBody(shop);
  const heads = clients.map((client) => placeHead(tokenOf(shop.tenantId, client), body));
  return `
local heads = { ${heads.map((head) => lua(head)).join(", ")} }
local tail = ${lua(`\r\n\r\n${body}`)}
local run = ${lua(`Idempotency-Key: ${randomUUID()}-`)}
local n = 0
function request()
  n = n + 1
  return heads[n % #heads + 1] .. run .. n .. tail
end
`;
};

/** Reads for wrk: the path after `/api/v1/orders`, as an expression of Lua over a random `n` of 1 to `count`. */
export const readScript = (tenantId: string, count: number, path: string, before = ""): string => {
  const rest = clients.map((client) =>
    [
      ` HTTP/1.1`,
      "Host: 127.0.0.1",
      `Authorization: Bearer ${tokenOf(tenantId, client)}`,
      "",
      "",
    ].join("\r\n"),
  );
  return `
local rest = { ${rest.map((text) => lua(text)).join(", ")} }
local sent = 0
math.randomseed(os.time())
${before}
function request()
  sent = sent + 1
  local n = math.random(1, ${String(count)})
  return "GET /api/v1/orders" .. ${path} .. rest[sent % #rest + 1]
end
`;
};

/** A request that any route can be sent, for wrk. */
export const echoScript = (path: string, body: string): string => {
  const head = [`POST ${path} HTTP/1.1`, "Host: 127.0.0.1", "Content-Type: application/json"];
  const text = [...head, `Content-Length: ${String(body.length)}`, "", body].join("\r\n");
  return `local text = ${lua(text)}\nfunction request() return text end\n`;
};

const lua = (text: string): string =>
  `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\r", "\\r").replaceAll("\n", "\\n")}"`;
