import { randomUUID } from "node:crypto";
import type { LightMyRequestResponse } from "fastify";
import type { OrderResource } from "../routes/v1/orders/order-schema.ts";
import type { Api } from "./an-api.ts";

export const orders = "/api/v1/orders";

/** Brings orders to where a test begins, over HTTP as anyone would. */
export const aStage = (api: Api) => {
  const tell = async (order: OrderResource, path: string, body: object = {}) =>
    made<OrderResource>(await api.post(`${orders}/${order.id}${path}`, body));

  const product = async (change: object = {}) =>
    made<{ id: string; version: number }>(
      await api.post("/api/v1/products", {
        sku: randomUUID(),
        title: "Stoneware mug",
        price: 1999,
        currency: "EUR",
        taxRate: 1900,
        inventory: { tracked: true, onHand: 100 },
        ...change,
      }),
    );
  const customer = async (change: object = {}) =>
    made<{ id: string; email: string }>(
      await api.post("/api/v1/customers", { email: `${randomUUID()}@example.com`, ...change }),
    );
  /** Two mugs on account, so that nothing but stock stands in its way. */
  const placed = async (change: object = {}) => {
    const { id } = await product();
    return made<OrderResource>(
      await api.post(orders, {
        email: "guest@example.com",
        currency: "EUR",
        paymentTerms: "onAccount",
        lines: [{ productId: id, quantity: 2 }],
        ...change,
      }),
    );
  };
  const draft = (change: object = {}) => placed({ draft: true, ...change });
  const confirmed = async (change: object = {}) => tell(await placed(change), "/confirmation");
  const unitsOf = (order: OrderResource) => ({
    lines: order.lines.map(({ id, quantity }) => ({ lineId: id, quantity })),
  });
  const fulfilled = async (change: object = {}) => {
    const order = await confirmed(change);
    return tell(order, "/fulfillments", unitsOf(order));
  };
  const shipped = async (change: object = {}) => {
    const order = await fulfilled(change);
    return tell(order, `${fulfillment(order)}/shipment`);
  };
  const delivered = async (change: object = {}) => {
    const order = await shipped(change);
    return tell(order, `${fulfillment(order)}/delivery`);
  };
  const requested = async (change: object = {}) => {
    const order = await delivered(change);
    return tell(order, "/returns", unitsOf(order));
  };
  const approved = async (change: object = {}) => {
    const order = await requested(change);
    return tell(order, `${aReturn(order)}/approval`);
  };
  const received = async (change: object = {}) => {
    const order = await approved(change);
    return tell(order, `${aReturn(order)}/receipts`, receiptOf(order));
  };
  const receiptOf = (order: OrderResource) => ({
    lines: unitsOf(order).lines.map((line) => ({ ...line, disposition: "restock" })),
  });
  const authorized = async (change: object = {}) =>
    tell(await placed(change), "/payments", { provider: "manual" });
  const paid = async (change: object = {}) =>
    tell(await placed(change), "/payments", { provider: "manual", capture: true });
  const edited = async (change: object = {}) => {
    const order = await placed(change);
    return tell(order, "/edits", {
      operations: [{ type: "set_quantity", lineId: order.lines[0]?.id, quantity: 1 }],
    });
  };
  const held = async (change: object = {}) =>
    tell(await placed(change), "/holds", { reason: "fraud?" });

  return {
    tell,
    product,
    customer,
    placed,
    draft,
    confirmed,
    unitsOf,
    fulfilled,
    shipped,
    delivered,
    requested,
    approved,
    received,
    receiptOf,
    authorized,
    paid,
    edited,
    held,
  };
};

export type Stage = ReturnType<typeof aStage>;

export const hrefOf = ({ id }: Pick<OrderResource, "id">): string => `${orders}/${id}`;
export const fulfillment = (order: OrderResource) => `/fulfillments/${order.fulfillments[0]?.id}`;
export const aReturn = (order: OrderResource) => `/returns/${order.returns[0]?.id}`;
export const payment = (order: OrderResource) => `/payments/${order.payments[0]?.id}`;
export const edit = (order: OrderResource) => `/edits/${order.edits[0]?.id}`;
export const hold = (order: OrderResource) => `/holds/${order.holds[0]?.id}`;

const made = <T>(response: LightMyRequestResponse): T => {
  if (response.statusCode !== 201) throw new Error(`${response.statusCode} ${response.body}`);
  return response.json<T>();
};
