import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { anApi, type Api } from "../../../testing/an-api.ts";
import { aGuestOrder } from "../../../testing/orders.ts";
import { aToken } from "../../../testing/tokens.ts";

let api: Api;
let port: number;
beforeAll(async () => {
  api = await anApi();
  port = Number(new URL(await api.app.listen({ host: "127.0.0.1", port: 0 })).port);
});
afterAll(async () => {
  await api.app.close();
});

const key = "import-1";
const lines = ["B-1", "B-2", "B-3"].map((number) => `${JSON.stringify(aGuestOrder({ number }))}\n`);
const numbers = async () =>
  (await api.get("/api/v1/orders?sort=number"))
    .json<{ items: { number: string }[] }>()
    .items.map(({ number }) => number);

it("leaves whole orders only when the connection breaks in a line, and goes on by the same key", async () => {
  const body = lines.join("");
  const socket = connect(port, "127.0.0.1");
  socket.write(
    [
      "POST /api/v1/orders/imports HTTP/1.1",
      "Host: x",
      `Authorization: Bearer ${await aToken()}`,
      "Content-Type: application/x-ndjson",
      `Content-Length: ${Buffer.byteLength(body)}`,
      `Idempotency-Key: ${key}`,
      "",
      // All but the end of the last line.
      body.slice(0, -20),
    ].join("\r\n"),
  );
  let answered = "";
  while (!answered.includes('"line":2')) {
    const [chunk] = await once(socket, "data");
    answered += String(chunk);
  }
  socket.destroy();
  await once(socket, "close");
  expect(await numbers()).toEqual(["B-1", "B-2"]);

  const resumed = await api.send({
    method: "POST",
    url: "/api/v1/orders/imports",
    headers: { "content-type": "application/x-ndjson", "idempotency-key": key },
    payload: body,
  });
  expect(resumed.body.match(/"replayed":(?:true|false)/g)).toEqual([
    '"replayed":true',
    '"replayed":true',
    '"replayed":false',
  ]);
  expect(await numbers()).toEqual(["B-1", "B-2", "B-3"]);
});
