import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { useTestDatabase } from "@ordo/dev-postgres/vitest";
import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { aGuestOrder, aServer, aToken } from "../testing/a-server.ts";

const databaseUrl = useTestDatabase();

const spanSchema = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  kind: z.number(),
  attributes: z.array(z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) })),
});
const exported = z.object({
  resourceSpans: z.array(
    z.object({ scopeSpans: z.array(z.object({ spans: z.array(spanSchema) })) }),
  ),
});
type ReceivedSpan = z.output<typeof spanSchema>;

/** As small an OTLP receiver as there can be. */
const startReceiver = async () => {
  const spans: ReceivedSpan[] = [];
  let bytes = "";
  const receive = (body: string): void => {
    bytes += body;
    for (const { scopeSpans } of exported.parse(JSON.parse(body)).resourceSpans)
      for (const scope of scopeSpans) spans.push(...scope.spans);
  };
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      receive(body);
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { spans, sent: () => bytes, url: `http://127.0.0.1:${port}`, close: () => server.close() };
};

describe("traces", () => {
  let receiver: Awaited<ReturnType<typeof startReceiver>>;
  afterEach(() => receiver.close());

  const placeTraced = async (traceparent: string) => {
    receiver = await startReceiver();
    const server = await aServer(databaseUrl(), { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url });
    const response = await fetch(`${server.url}/api/v1/orders`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${await aToken()}`,
        "content-type": "application/json",
        "idempotency-key": traceparent,
        traceparent,
      },
      body: JSON.stringify(aGuestOrder),
    });
    await server.close();
    expect(response.status).toBe(201);
    return receiver;
  };

  test("show request, use case and SQL, each inside the other, in the caller's trace", async () => {
    const traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
    const { spans } = await placeTraced(`00-${traceId}-00f067aa0ba902b7-01`);
    expect(new Set(spans.map((span) => span.traceId))).toEqual(new Set([traceId]));

    const request = spans.find(({ name }) => name === "POST /api/v1/orders");
    const useCase = spans.find(({ name }) => name === "placeOrder");
    const statements = spans.filter(({ attributes }) =>
      attributes.some(({ key }) => key === "db.query.text"),
    );
    expect(request?.parentSpanId).toBe("00f067aa0ba902b7");
    expect(useCase?.parentSpanId).toBe(request?.spanId);
    expect(statements.length).toBeGreaterThan(0);
    expect(statements.map(({ parentSpanId }) => parentSpanId)).toContain(useCase?.spanId);
    const status = request?.attributes.find(({ key }) => key === "http.response.status_code");
    expect(status?.value).toEqual({ intValue: 201 });
  });

  test("hold no personal data and no values", async () => {
    const { sent } = await placeTraced("00-4bf92f3577b34da6a3ce929d0e0e4737-00f067aa0ba902b7-01");
    expect(sent()).toContain("db.query.text");
    expect(sent()).not.toMatch(/guest@example\.com|Gift wrap/);
  });

  test("are not recorded when the caller does not want them", async () => {
    const { spans } = await placeTraced("00-4bf92f3577b34da6a3ce929d0e0e4738-00f067aa0ba902b7-00");
    expect(spans).toEqual([]);
  });
});
