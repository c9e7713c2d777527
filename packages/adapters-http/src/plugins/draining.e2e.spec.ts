import { once } from "node:events";
import { connect } from "node:net";
import { anApplication } from "@ordo/application/testing";
import { expect, it } from "vitest";
import { BufferSequence } from "../operation/buffer-sequence.ts";
import { anApi } from "../testing/an-api.ts";
import { aToken } from "../testing/tokens.ts";

it("while closing, answers what runs and what still arrives, and then ends the connection", async () => {
  const application = anApplication();
  const arrived = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const { app } = await anApi(
    {},
    {
      ...application,
      useCases: {
        ...application.useCases,
        listOrders: async (input, context) => {
          arrived.resolve();
          await release.promise;
          return application.useCases.listOrders(input, context);
        },
      },
    },
  );
  const port = Number(new URL(await app.listen({ host: "127.0.0.1", port: 0 })).port);
  const socket = connect(port, "127.0.0.1");
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));

  const head = `Host: x\r\nAuthorization: Bearer ${await aToken()}\r\n\r\n`;
  socket.write(`GET /api/v1/orders HTTP/1.1\r\n${head}`);
  await arrived.promise;
  const closed = app.close();
  await expect.poll(() => app.server.listening).toBe(false);
  socket.write(`GET /ping HTTP/1.1\r\n${head}`);
  await expect.poll(() => socket.bytesWritten).toBeGreaterThan(head.length);
  release.resolve();
  await once(socket, "close");
  await closed;

  const answers = Buffer.concat(chunks).toString();
  expect(answers.match(/HTTP\/1\.1 200 /g)).toHaveLength(2);
  expect(answers.match(/connection: close/gi)).toHaveLength(1);
});

it("while closing, lets a slow client have all of its answer, and then ends the connection", async () => {
  // More than the socket buffers of both sides take, so that it is still under way when the closing begins.
  const pieces = Array.from({ length: 64 }, () => Buffer.alloc(1024 * 1024, "x"));
  const { app } = await anApi({
    routes: [
      async (routes) =>
        void routes.get("/big", { config: { access: "public" } }, (_request, reply) =>
          reply.send(new BufferSequence(pieces)),
        ),
    ],
  });
  const port = Number(new URL(await app.listen({ host: "127.0.0.1", port: 0 })).port);
  const socket = connect(port, "127.0.0.1");
  socket.write("GET /big HTTP/1.1\r\nHost: x\r\n\r\n");
  await once(socket, "readable");
  const closed = app.close();
  await expect.poll(() => app.server.listening).toBe(false);
  socket.resume();
  await once(socket, "close");
  await closed;
  expect(socket.bytesRead).toBeGreaterThan(64 * 1024 * 1024);
});

it("before closing, asks clients to leave, and serves them until they do", async () => {
  let leaving = false;
  const { app } = await anApi({ isLeaving: () => leaving });
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  const connection = async () => (await fetch(`${url}/ping`)).headers.get("connection");
  expect(await connection()).toBe("keep-alive");
  leaving = true;
  expect(await connection()).toBe("close");
  await app.close();
});
