import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { freePort } from "./start-server.ts";

/** An address that stays while what is behind it moves, as a service name does. */
export const startRelay = async (target: () => number) => {
  const open = new Set<Socket>();
  const keep = (socket: Socket, other: Socket): void => {
    open.add(socket);
    socket.on("error", () => other.destroy());
    socket.on("close", () => {
      open.delete(socket);
      other.destroy();
    });
  };
  const server = createServer((near) => {
    const far = connect({ port: target(), host: "127.0.0.1", noDelay: true });
    near.setNoDelay(true);
    keep(near, far);
    keep(far, near);
    near.pipe(far).pipe(near);
  });
  const port = await freePort();
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    port,
    stop: async () => {
      server.close();
      for (const socket of open) socket.destroy();
      await once(server, "close");
    },
  };
};
