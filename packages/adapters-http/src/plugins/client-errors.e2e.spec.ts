import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anApi, type Api } from "../testing/an-api.ts";

describe("rule 1, on the wire: what Node could not read is a problem too", () => {
  let api: Api;
  let port: number;
  beforeAll(async () => {
    api = await anApi();
    port = Number(new URL(await api.app.listen({ host: "127.0.0.1", port: 0 })).port);
  });
  afterAll(async () => {
    await api.app.close();
  });

  const exchange = async (
    message: string,
  ): Promise<{ head: string; problem: Record<string, unknown> }> => {
    const socket = connect(port, "127.0.0.1");
    const chunks: Buffer[] = [];
    socket.on("data", (chunk: Buffer) => chunks.push(chunk));
    socket.write(message);
    await once(socket, "close");
    const [head = "", body = ""] = Buffer.concat(chunks).toString().split("\r\n\r\n");
    return { head, problem: JSON.parse(body) };
  };

  it.each([
    ["no HTTP at all", "nonsense\r\n\r\n", 400, "malformed-http"],
    [
      "two lengths",
      "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
      400,
      "malformed-http",
    ],
    ["no Host", "GET /api/v1/orders HTTP/1.1\r\n\r\n", 400, "malformed-http"],
    ["two Hosts", "GET /ping HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n", 400, "malformed-http"],
    ["one Host twice", "GET /ping HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400, "malformed-http"],
    [
      "a tunnel asked for",
      "CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\n\r\n",
      405,
      "method-not-allowed",
    ],
    [
      "a QUERY without a media type",
      "QUERY /api/v1/orders HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
      405,
      "method-not-allowed",
    ],
    [
      "oversized headers",
      `GET / HTTP/1.1\r\nHost: x\r\nX-Big: ${"x".repeat(20_000)}\r\n\r\n`,
      431,
      "headers-too-large",
    ],
    [
      "an unknown method",
      "BREW /api/v1/orders HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
      400,
      "malformed-http",
    ],
    [
      "a method that nothing serves",
      "PROPFIND /api/v1/orders HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
      405,
      "method-not-allowed",
    ],
    [
      "an unknown expectation",
      "GET /api/v1/nothing HTTP/1.1\r\nHost: x\r\nExpect: tea\r\nConnection: close\r\n\r\n",
      404,
      "unknown-route",
    ],
  ])("%s", async (_name, message, status, code) => {
    const { head, problem } = await exchange(message);
    expect(head).toContain(`HTTP/1.1 ${status} `);
    expect(head.toLowerCase()).toContain("content-type: application/problem+json");
    expect(head.toLowerCase()).toContain(`x-request-id: ${String(problem["requestId"])}`);
    expect(problem).toMatchObject({ status, code });
    if (status === 405) expect(head.toLowerCase()).toContain("\r\nallow:");
  });

  it("survives a tunnel that breaks before its answer is out", async () => {
    api.app.server.once("connect", (_request, connection) =>
      connection.destroy(new Error("ECONNRESET")),
    );
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => {});
    socket.resume();
    socket.write("CONNECT example.com:443 HTTP/1.1\r\nHost: x\r\n\r\n");
    await once(socket, "close");
    expect((await fetch(`http://127.0.0.1:${port}/ping`)).status).toBe(200);
  });
});
