import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, expect, it } from "vitest";
import { anApi } from "../testing/an-api.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

it("destroys a connection whose client no longer reads, and with it the answer it held", async () => {
  // More than the socket buffers of both sides take.
  const answer = Buffer.alloc(64 * 1024 * 1024, "x");
  const { app } = await anApi({
    limits: { connectionTimeoutMs: 300 },
    routes: [
      async (routes) =>
        void routes.get("/big", { config: { access: "public" } }, async () => answer),
    ],
  });
  closing.push(() => app.close());
  const port = Number(new URL(await app.listen({ host: "127.0.0.1", port: 0 })).port);
  const accepted = once(app.server, "connection");
  const client = connect(port, "127.0.0.1");
  closing.push(async () => client.destroy());
  client.on("error", () => {});
  client.pause();
  client.write("GET /big HTTP/1.1\r\nHost: x\r\n\r\n");

  const [socket] = await accepted;
  await once(socket, "close");
  expect(client.bytesRead).toBeLessThan(answer.length);
});
