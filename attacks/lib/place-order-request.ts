import { randomUUID } from "node:crypto";

const line = (title: string) => ({ title, unitPrice: 350, taxRate: 1900, quantity: 2 });
/** An order of three lines. */
export const orderBody = JSON.stringify({
  email: "guest@example.com",
  currency: "EUR",
  lines: ["Mug", "Tea", "Gift wrap"].map(line),
});

/** The bytes of a request that places an order of three lines, under a key of its own. */
export const makePlaceOrderRequest = (token: string): (() => string) => {
  const run = randomUUID();
  let count = 0;
  return () => {
    count += 1;
    return [
      "POST /api/v1/orders HTTP/1.1",
      "Host: 127.0.0.1",
      `Authorization: Bearer ${token}`,
      "Content-Type: application/json",
      `Idempotency-Key: ${run}-${count}`,
      `Content-Length: ${orderBody.length}`,
      "",
      orderBody,
    ].join("\r\n");
  };
};
