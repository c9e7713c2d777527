import { randomUUID } from "node:crypto";
import { type IncomingMessage, request } from "node:http";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anApi, type Api } from "../testing/an-api.ts";
import { aGuestOrder } from "../testing/orders.ts";
import { aToken } from "../testing/tokens.ts";
import { backstopMs } from "./handler-timeout.ts";

const requestTimeoutMs = 400;
/** Short of the limit, so that what is sent at this pace is slow but moves. */
const paceMs = 100;
const pieces = 12;

describe("a client that is slow to send", () => {
  let api: Api;
  let port: number;
  let token: string;
  beforeAll(async () => {
    api = await anApi({ limits: { requestTimeoutMs } });
    port = Number(new URL(await api.app.listen({ host: "127.0.0.1", port: 0 })).port);
    token = await aToken();
  });
  afterAll(async () => {
    await api.app.close();
  });

  const open = () => {
    const socket = connect(port, "127.0.0.1");
    const chunks: Buffer[] = [];
    socket.on("data", (chunk: Buffer) => chunks.push(chunk));
    socket.on("error", () => {});
    return { socket, received: () => Buffer.concat(chunks).toString() };
  };
  /** Whoever is cut off in mid-sentence may be told by a reset: no fault of the test's. */
  const closing = (socket: Socket) =>
    new Promise<void>((resolve) => socket.once("close", () => resolve()));
  const head = (path: string, ...fields: readonly string[]) =>
    [
      `POST /api/v1/orders${path} HTTP/1.1`,
      "Host: x",
      `Authorization: Bearer ${token}`,
      `Idempotency-Key: ${randomUUID()}`,
      ...fields,
      "",
      "",
    ].join("\r\n");
  const importHead = () =>
    head(
      "/imports",
      "Content-Type: application/x-ndjson",
      "Transfer-Encoding: chunked",
      "Connection: close",
    );
  const chunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
  const line = (number: string) => chunk(`${JSON.stringify(aGuestOrder({ number }))}\n`);
  /** Sends a piece at a time, until it is told that nobody listens. */
  const drip = async (socket: Socket, piece: (index: number) => string, count = pieces) => {
    for (let index = 0; index < count && socket.writable; index += 1) {
      socket.write(piece(index));
      await sleep(paceMs);
    }
  };
  const problemIn = (answer: string) => {
    const [heading = "", body = ""] = answer.split("\r\n\r\n");
    expect(heading).toMatch(/^HTTP\/1\.1 408 /);
    expect(heading.toLowerCase()).toContain("content-type: application/problem+json");
    expect(JSON.parse(body)).toMatchObject({ status: 408, code: "request-timeout" });
  };

  it("has its time to send beside ours to answer", async () => {
    const hasty = await anApi({ limits: { requestTimeoutMs: 10_000, handlerTimeoutMs: 200 } });
    const url = await hasty.app.listen({ host: "127.0.0.1", port: 0 });
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const sending = request(`${url}/api/v1/orders`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${token}`,
          "idempotency-key": randomUUID(),
          "content-type": "application/json",
        },
      });
      sending.on("response", resolve).on("error", reject);
      const [first = "", ...rest] = JSON.stringify(aGuestOrder()).match(/.{1,20}/g) ?? [];
      sending.write(first);
      // Longer than we may take to answer, the backstop included.
      setTimeout(() => sending.end(rest.join("")), 200 + 2 * backstopMs);
    });
    response.resume();
    await hasty.app.close();
    expect(response.statusCode).toBe(201);
  });

  it("may take as long as it likes to stream, as long as something moves", async () => {
    const { socket, received } = open();
    socket.write(importHead());
    await drip(socket, (index) => line(`slow-${index}`));
    socket.write("0\r\n\r\n");
    await closing(socket);
    expect(received()).toMatch(/^HTTP\/1\.1 200 /);
    expect(received().match(/"status":201/g)).toHaveLength(pieces);
  });

  it("is answered 408 when nothing of a stream comes", async () => {
    const { socket, received } = open();
    socket.write(`${importHead()}${chunk('{"half')}`);
    await closing(socket);
    problemIn(received());
  });

  it("is cut off when a stream stalls whose answer has begun; whole orders stay", async () => {
    const { socket, received } = open();
    socket.write(`${importHead()}${line("stalled-1")}${chunk('{"half')}`);
    await closing(socket);
    expect(received()).toMatch(/^HTTP\/1\.1 200 /);
    expect(received()).not.toContain("0\r\n\r\n");
    const { items } = (await api.get("/api/v1/orders?number=stalled-1")).json();
    expect(items).toHaveLength(1);
  });

  it.each([
    ["a body", () => head("", "Content-Type: application/json", "Content-Length: 5000")],
    ["headers", () => "POST /api/v1/orders HTTP/1.1\r\n"],
  ])("is answered 408 for %s that arrives by the byte", async (_name, begin) => {
    const { socket, received } = open();
    const closed = closing(socket);
    socket.write(begin());
    void drip(socket, () => "x", 100);
    await closed;
    problemIn(received());
  });

  it.each([
    ["a body", () => head("", "Content-Type: application/json", "Content-Length: 5000")],
    ["a stream", () => importHead().replace("Connection: close\r\n", "")],
  ])("cannot hold a connection with the rest of %s that was refused", async (_name, begin) => {
    const { socket, received } = open();
    const closed = closing(socket);
    socket.write(begin().replace("Bearer ", "Bearer x"));
    void drip(socket, () => chunk("x"), 100);
    await closed;
    expect(received()).toMatch(/^HTTP\/1\.1 401 /);
  });

  it("cannot hold a connection with the rest of a body whose URL nobody can read", async () => {
    const { socket, received } = open();
    const closed = closing(socket);
    socket.write(head("/%zz", "Content-Type: application/json", "Content-Length: 5000"));
    void drip(socket, () => "x", 100);
    await closed;
    expect(received()).toMatch(/^HTTP\/1\.1 4/);
  });

  it("cannot hold a connection with the rest of a body that was turned away unread", async () => {
    const busy = await anApi({
      limits: { requestTimeoutMs },
      admission: { maxInFlight: 0, maxWaiting: 0 },
    });
    const url = await busy.app.listen({ host: "127.0.0.1", port: 0 });
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    const chunks: Buffer[] = [];
    socket.on("data", (data: Buffer) => chunks.push(data));
    socket.on("error", () => {});
    const closed = closing(socket);
    socket.write(head("", "Content-Type: application/json", "Content-Length: 5000"));
    void drip(socket, () => "x", 100);
    await closed;
    expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 503 /);
    await busy.app.close();
  });
});
